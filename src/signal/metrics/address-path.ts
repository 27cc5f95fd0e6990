import { objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { type HopVerdict, hopOfAll, placed } from "../path/verdict.ts";
import { staticTargets } from "../scrape/monitor-jobs.ts";
import { monitoredNamespaces } from "../scrape/monitor-namespaces.ts";
import { predictTargets } from "../scrape/targets.ts";
import { addressVerdicts, type WrittenAddress } from "./address-hops.ts";

/** The hops of a Probe from its targets to the prober that is scraped in their stead. */
export const probeHops = (probe: WorldObject, prometheus: WorldObject | null, world: World): readonly Hop[] => {
  const address = writtenAt(probe, ["spec", "prober", "url"], prometheus, world);
  const prober = addressVerdicts(address, world);
  return [
    probedNamespaces(probe, prometheus, world),
    hopOfAll("monitor-selects-service", [probedTargets(probe, prometheus, world), prober.service]),
    hopOfAll("port-exists", [prober.port]),
    hopOfAll("pods-exist", prober.pods),
  ];
};

const probedNamespaces = (probe: WorldObject, prometheus: WorldObject | null, world: World): Hop => {
  const hop = "monitor-selects-namespace";
  if (staticTargets(probe.body) !== null) return { hop, status: "ok", why: "Its targets are fixed addresses." };
  const names = monitoredNamespaces(probe, prometheus, world);
  const known = names === "all" || names.some((name) => world.knowsNamespace(name));
  const why = `It looks for Ingresses in ${names === "all" ? "all namespaces" : names.join(", ")}`;
  const at = placed(probe, ["spec", "targets", "ingress"]);
  return known
    ? { hop, status: "ok", why: `${why}.`, ...at }
    : { hop, status: "unknown", why: `${why}, of which nothing is in sight.`, ...at };
};

const probedTargets = (probe: WorldObject, prometheus: WorldObject | null, world: World): HopVerdict => {
  const count = predictTargets(probe, world, prometheus).length;
  const at = placed(probe, ["spec", "targets"]);
  return count > 0
    ? { status: "ok", why: `It has ${count === 1 ? "one target" : `${count} targets`}.`, ...at }
    : { status: "unknown", why: "No Ingress in sight is among its targets.", ...at };
};

const writtenAt = (
  monitor: WorldObject,
  path: readonly (string | number)[],
  prometheus: WorldObject | null,
  world: World,
): WrittenAddress => ({
  monitor,
  path,
  text: String(valueAt(monitor.body, path) ?? ""),
  scheme: (
    textAt(monitor.body, ["spec", "prober", "scheme"]) ??
    textAt(monitor.body, ["spec", "scheme"]) ??
    "http"
  ).toLowerCase(),
  namespace: prometheus === null ? world.releaseNamespace : namespaceOf(prometheus, world),
});

/**
 * The hops of a ScrapeConfig: of its fixed addresses, and of what it finds in the cluster. What other
 * discoveries find cannot be seen.
 */
export const scrapeConfigHops = (config: WorldObject, prometheus: WorldObject | null, world: World): readonly Hop[] => {
  const fixed = objectsAt(config.body, ["spec", "staticConfigs"]).flatMap((one, index) =>
    textsAt(one, ["targets"]).map((_, place) =>
      addressVerdicts(writtenAt(config, ["spec", "staticConfigs", index, "targets", place], prometheus, world), world),
    ),
  );
  const found = discovered(config, prometheus, world);
  const none = fixed.length + found.length === 0 ? withoutTargets(config) : [];
  return [
    { hop: "monitor-selects-namespace", status: "ok", why: "A ScrapeConfig says itself where to look." },
    hopOfAll("monitor-selects-service", [...fixed.map(({ service }) => service), ...found, ...none]),
    hopOfAll("port-exists", [...fixed.map(({ port }) => port), ...found, ...none.map(hidden)]),
    hopOfAll("pods-exist", [...fixed.flatMap(({ pods }) => pods), ...found, ...none.map(hidden)]),
  ];
};

const withoutTargets = (config: WorldObject): readonly HopVerdict[] => [
  {
    status: "broken",
    why: "It names neither targets nor a discovery, and then nothing is scraped.",
    ...placed(config, ["spec"]),
    check: "servicemonitor-no-matching-service",
  },
];

const hidden = (): HopVerdict => ({
  status: "unknown",
  why: "There is no target whose port and pods could be looked for.",
});

const discovered = (config: WorldObject, prometheus: WorldObject | null, world: World): readonly HopVerdict[] => {
  const spec = config.body["spec"];
  const fields = typeof spec === "object" && spec !== null ? Object.keys(spec) : [];
  const others = fields.filter((field) => field.endsWith("SDConfigs") && field !== "kubernetesSDConfigs");
  const unseen = others.map(
    (field): HopVerdict => ({
      status: "unknown",
      why: `What ${field} finds cannot be seen from here.`,
      ...placed(config, ["spec", field]),
    }),
  );
  if (!fields.includes("kubernetesSDConfigs")) return unseen;
  const at = placed(config, ["spec", "kubernetesSDConfigs"]);
  const seen = predictTargets(config, world, prometheus).some(
    ({ discovered: labels, certain }) => certain && "__meta_kubernetes_namespace" in labels,
  );
  const verdict: HopVerdict = seen
    ? { status: "ok", why: "It finds targets among the objects in sight.", ...at }
    : { status: "unknown", why: "Among the objects in sight it finds no target for certain.", ...at };
  return [...unseen, verdict];
};
