import { type Fix, nameOf } from "../../core/finding.ts";
import { scalarEdit } from "../../fix/scalar-edit.ts";
import { type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { discoveryRefusals } from "./discovery-refusals.ts";
import { httpRefusals, proxyRefusals, scrapeConfigAuthJudge, scrapeConfigAuthRefusals } from "./http-refusals.ts";
import { selectionOf } from "./monitor-selection.ts";
import { probeRefusals } from "./probe-refusals.ts";
import { type Case, caseOf, given, itemsAt, type Refusal } from "./refusal.ts";
import { relabelRefusals } from "./relabel-refusals.ts";
import {
  fileRefusals,
  globalTimingRefusals,
  scrapeClassRefusals,
  selectorRefusals,
  timingRefusals,
} from "./scrape-refusals.ts";
import { keyRefusals } from "./secret-refusals.ts";
import { judging } from "./selection.ts";
import { unconfigured, whyNotConfigured } from "./unconfigured-prometheus.ts";

/**
 * Everything for which the operator leaves this monitor out of this Prometheus' configuration: one reason is enough,
 * the whole object is lost. Empty when it is accepted; what hangs on a Secret that is not in sight is marked `unseen`.
 * What breaks Prometheus comes last: of an object that the operator refuses Prometheus reads nothing.
 */
export const refusalsOf = (monitor: WorldObject, prometheus: WorldObject, world: World): readonly Refusal[] => {
  const one = caseOf(monitor, prometheus, world);
  const own = byKind[monitor.ref.kind];
  if (own === undefined) return [];
  const all = [...unconfiguredRefusals(one), ...scrapeClassRefusals(one), ...own(one), ...globalTimingRefusals(one)];
  return all.toSorted((a, b) => Number(a.breaks === true) - Number(b.breaks === true));
};

const unconfiguredRefusals = ({ prometheus, world }: Case): readonly Refusal[] => {
  const why = whyNotConfigured(prometheus, world);
  if (why === null) return [];
  const source = "pkg/prometheus/promcfg.go";
  return [
    { object: prometheus, path: ["spec", "version"], why: `${why}.`, check: unconfigured, unseen: false, source },
  ];
};

/**
 * Why the operator refuses the monitor for certain; null where it accepts it, or where a Secret
 * that is not in sight decides.
 */
export const rejectionOf = (monitor: WorldObject, prometheus: WorldObject, world: World): string | null =>
  refusalsOf(monitor, prometheus, world).find(({ unseen }) => !unseen)?.why ?? null;

/** Whether the operator puts the monitor into the configuration of a Prometheus that selects it. */
export const acceptanceHop = (monitor: WorldObject, world: World): Hop => {
  const hop = "operator-accepts-monitor";
  const judges = judging(monitor, selectionOf(monitor.ref.kind), world);
  const [first] = judges;
  if (first === undefined)
    return { hop, status: "unknown", why: "No Prometheus is in sight whose operator could be asked." };
  const verdicts = judges.map((prometheus) => refusalsOf(monitor, prometheus, world));
  const best =
    verdicts.find((found) => found.length === 0) ??
    verdicts.find((found) => found.every(({ unseen }) => unseen)) ??
    verdicts[0];
  const refusal = best?.find(({ unseen }) => !unseen) ?? best?.[0];
  if (refusal === undefined) return { hop, status: "ok", why: `The operator accepts it for ${nameOf(first.ref)}.` };
  return refusalHop(monitor, refusal, (best?.filter(({ unseen }) => !unseen).length ?? 0) - 1, world);
};

const refusalHop = (monitor: WorldObject, refusal: Refusal, others: number, world: World): Hop => {
  const hop = "operator-accepts-monitor";
  const { path, object = monitor, why, unseen, check } = refusal;
  const at = object.locate(path);
  const place = at === null ? {} : { at };
  if (unseen) return { hop, status: "unknown", why, ...place };
  const fix = timeoutFix(object, refusal, world);
  const more = others > 0 ? ` It is refused for ${others} more reason${others === 1 ? "" : "s"}.` : "";
  return { hop, status: "broken", why: why + more, ...place, ...(fix === null ? {} : { fix }), check };
};

/** A timeout as long as the interval is the longest that is accepted. */
const timeoutFix = (object: WorldObject, { path, check }: Refusal, world: World): Fix | null => {
  if (check !== "servicemonitor-scrape-timeout-exceeds-interval") return null;
  const at = path.slice(0, -1);
  const old = valueAt(object.body, path);
  const own = valueAt(object.body, [...at, "interval"]) ?? valueAt(object.body, [...at, "scrapeInterval"]);
  if (typeof old !== "string" || typeof own !== "string" || own === "") return null;
  const edit = scalarEdit(object, path, { old, value: own }, world);
  return edit === null ? null : { description: `Set scrapeTimeout to the interval, ${own}.`, edits: [edit] };
};

const byKind: Readonly<Record<string, (one: Case) => readonly Refusal[]>> = {
  ServiceMonitor: (one) => [
    ...selectorRefusals(one, ["spec", "selector"]),
    ...itemsAt(one, ["spec", "endpoints"]).flatMap((at) => [
      ...fileRefusals(one, at),
      ...bearerRefusals(one, at, ["name"]),
      ...httpRefusals(one, at, {
        oneAuthentication: one.operator.does("judges HTTP settings of a ServiceMonitor") ? "operator" : "prometheus",
        tlsFiles: true,
      }),
      ...timingRefusals(one, at),
      ...endpointRelabelRefusals(one, at),
    ]),
  ],
  PodMonitor: (one) => [
    ...selectorRefusals(one, ["spec", "selector"]),
    ...itemsAt(one, ["spec", "podMetricsEndpoints"]).flatMap((at) => [
      ...timingRefusals(one, at),
      ...endpointRelabelRefusals(one, at),
      ...bearerRefusals(one, at, ["name", "key"]),
      ...httpRefusals(one, at, {
        oneAuthentication: one.operator.does("judges HTTP settings of a PodMonitor") ? "operator" : "prometheus",
        tlsFiles: false,
      }),
    ]),
  ],
  Probe: (one) => [
    ...probeRefusals(one),
    ...bearerRefusals(one, ["spec"], one.operator.does("reads any bearer token of a Probe") ? [] : ["name", "key"]),
    // The proxy is the prober's, not the Probe's.
    ...httpRefusals(one, ["spec"], { oneAuthentication: "prometheus", tlsFiles: false }),
    ...proxyRefusals(one, ["spec", "prober"]),
    ...timingRefusals(one, ["spec"]),
    ...relabelRefusals(one, ["spec", "metricRelabelings"]),
  ],
  ScrapeConfig: (one) => [
    ...scrapeConfigAuthRefusals(one),
    ...httpRefusals(one, ["spec"], {
      oneAuthentication: scrapeConfigAuthJudge(one),
      tlsFiles: false,
    }),
    ...timingRefusals(one, ["spec"]),
    ...relabelRefusals(one, ["spec", "relabelings"]),
    ...relabelRefusals(one, ["spec", "metricRelabelings"]),
    ...discoveryRefusals(one),
  ],
};

const endpointRelabelRefusals = (one: Case, at: Path): readonly Refusal[] => [
  ...relabelRefusals(one, [...at, "relabelings"]),
  ...relabelRefusals(one, [...at, "metricRelabelings"]),
];

/** The deprecated token: read where these of its fields are set. */
const bearerRefusals = (one: Case, at: Path, needed: readonly string[]): readonly Refusal[] => {
  const path = [...at, "bearerTokenSecret"];
  if (given(one, path) === undefined || needed.some((field) => (given(one, [...path, field]) ?? "") === "")) return [];
  return keyRefusals(one, path);
};
