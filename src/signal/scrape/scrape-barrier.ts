import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { templatePath } from "../../kubernetes/pod-template.ts";
import { barrierBetween } from "../../world/network-access.ts";
import { type Workload, workloadsIn } from "../../world/workloads.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { operatedPods } from "../operator/operated-pods.ts";
import type { ScrapeFailure } from "./scrape-fault.ts";
import type { PredictedTarget } from "./targets.ts";

/** A NetworkPolicy of the world that keeps Prometheus from the pods of a target; null where none does for certain. */
export const barredScrape = (target: PredictedTarget, world: World): ScrapeFailure | null => {
  const { scraper, workload } = target;
  const port = portOf(target);
  if (
    world.ofKind("NetworkPolicy").length === 0 ||
    scraper?.ref.kind !== "Prometheus" ||
    workload === null ||
    port === null ||
    mayBeOpen(workload, world)
  )
    return null;
  const from = operatedPods(scraper, world);
  const pods = workloadsBy(world).get(workload);
  if (from === null || pods === undefined) return null;
  const isSeen = workload.manifest !== null;
  const names = pods.containers.flatMap(({ ports }) => ports.filter(({ number }) => number === port));
  const barrier = barrierBetween(
    from,
    {
      namespace: pods.namespace,
      labels: pods.labels,
      complete: isSeen,
      port,
      portNames: isSeen ? names.map(({ name }) => name) : null,
    },
    world,
  );
  if (barrier === null) return null;
  const { policy, direction } = barrier;
  const asked = `port ${port} of ${nameOf(workload.ref)}`;
  return {
    status: target.certain ? "broken" : "unknown",
    why:
      direction === "ingress"
        ? `${nameOf(policy.ref)} isolates its pods, and no policy in sight lets ${nameOf(scraper.ref)} reach ${asked}: every scrape runs into its time limit.`
        : `${nameOf(policy.ref)} isolates the pods of ${nameOf(scraper.ref)}, and no policy in sight lets them reach ${asked}: every scrape runs into its time limit.`,
    object: policy,
    path: ["spec", ...(valueAt(policy.body, ["spec", direction]) === undefined ? [] : [direction])],
    advice: `Let a policy allow it: \`${direction === "ingress" ? "from" : "to"}\` the pods' namespace (by its label kubernetes.io/metadata.name) and labels, to that port.`,
  };
};

const workloadsBy = once(
  (world: World): ReadonlyMap<WorldObject, Workload> =>
    new Map([...workloadsIn(world).values()].flat().map((workload) => [workload.object, workload])),
);

/** The port that was discovered, where relabelings have left the address alone. */
const portOf = ({ discovered, url }: PredictedTarget): number | null => {
  const address = discovered["__address__"] ?? "";
  const port = /:(\d+)$/.exec(address)?.[1];
  return port !== undefined && url.includes(`://${address}/`) ? Number(port) : null;
};

/**
 * Policies are not about pods on the network of their node, which the values of an exporter may ask for, as they may
 * ask for policies of its own.
 */
const mayBeOpen = ({ ref, body, manifest }: WorldObject, { exporter }: World): boolean =>
  manifest === null
    ? exporter.values.documents.some((values) => /hostNetwork|networkPolicy/.test(JSON.stringify(ofExporter(values))))
    : valueAt(body, [...(templatePath(ref.kind) ?? []), "spec", "hostNetwork"]) === true;

/** What values of the exporter's chart, or of one that holds it, say of it: this stack's own have such words, too. */
const ofExporter = ({ dcgmExporter, hostNetwork, networkPolicy, ...values }: JsonObject): readonly unknown[] => [
  ...[dcgmExporter, values["gpu-operator"], values["dcgm-exporter"]],
  { hostNetwork, networkPolicy },
];
