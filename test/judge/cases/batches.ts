import fc from "fast-check";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { type Batch, caseName } from "../judge-case.ts";
import { sealed } from "../operator-object.ts";
import { namespaceName, objectLabels } from "./labels.ts";
import { podMonitor, serviceMonitor } from "./monitors.ts";
import { type Doubt, often } from "./often.ts";
import { probe, scrapeConfig } from "./other-monitors.ts";
import { huge } from "./rule-parts.ts";
import { prometheusRule } from "./rules.ts";
import { setting } from "./setting.ts";

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: JsonObject;
}
const kindOf =
  (kind: string, version = "v1") =>
  (spec: JsonObject): Kind => ({ apiVersion: `monitoring.coreos.com/${version}`, kind, spec });

const kinds = (doubt: Doubt): fc.Arbitrary<Kind> =>
  often(
    [8, serviceMonitor(doubt).map(kindOf("ServiceMonitor"))],
    [4, podMonitor(doubt).map(kindOf("PodMonitor"))],
    [8, prometheusRule(doubt).map(kindOf("PrometheusRule"))],
    [1, probe(doubt).map(kindOf("Probe"))],
    [1, scrapeConfig(doubt).map(kindOf("ScrapeConfig", "v1alpha1"))],
  );

/** Most objects of real trees are as they should be. */
const kind = often([5, kinds(0)], [4, kinds(1)]);

const judged: fc.Arbitrary<(index: number) => JsonObject> = fc
  .tuple(kind, often<string>([20, namespaceName], [1, fc.constant(sealed)]), objectLabels, fc.boolean())
  .map(([{ apiVersion, kind, spec }, namespace, labels, open]) => (index: number) => ({
    apiVersion,
    kind,
    metadata: { name: caseName(open, index), namespace, ...(labels !== undefined && { labels }) },
    spec,
  }));

/** Cases that share one setting. */
const casesPerBatch = 50;

/** What ends an older operator's work on a Prometheus, so that nothing of its batch is judged. */
export interface Bearable {
  /** Default: true. False: a rule that is too large has no groups. */
  readonly large?: boolean;
  /** Default: true. False: a Prometheus from 3.0 on has the operator's default version. */
  readonly prometheus3?: boolean;
}

/** The batch as the operator can bear it. */
export const borne = ({ setting, cases }: Batch, { large = true, prometheus3 = true }: Bearable): Batch => ({
  setting: prometheus3 ? setting : { ...setting, prometheuses: setting.prometheuses.map(withoutVersion3) },
  cases: cases.map((one) => (large || one["spec"] !== huge ? one : { ...one, spec: { groups: [] } })),
});

/** As many cases as asked for, the same for the same seed. */
export const batches = (seed: number, cases: number, bearable: Bearable = {}): readonly Batch[] => {
  const count = Math.ceil(cases / casesPerBatch);
  const settings = fc.sample(setting, { seed, numRuns: count });
  const objects = fc.sample(judged, { seed, numRuns: cases });
  return settings.map((one, i) => {
    const own = objects.slice(i * casesPerBatch, (i + 1) * casesPerBatch);
    return borne({ setting: one, cases: own.map((make, j) => make(i * casesPerBatch + j)) }, bearable);
  });
};

const withoutVersion3 = (prometheus: JsonObject): JsonObject => {
  const { version, ...spec } = prometheus["spec"] as JsonObject;
  return String(version).replace(/^v/, "").startsWith("3.") ? { ...prometheus, spec } : prometheus;
};
