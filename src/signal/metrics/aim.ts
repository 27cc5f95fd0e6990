import leven from "leven";
import { once } from "../../core/once.ts";
import { isExporterService, isExporterWorkload } from "../../dcgm/exporter-objects.ts";
import { objectAt, objectsAt, textsAt } from "../../kubernetes/json-fields.ts";
import { type Requirement, requirementsOf } from "../../kubernetes/label-selector.ts";
import { type Labels, labelsOf } from "../../kubernetes/labels.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { workloadsIn } from "../../world/workloads.ts";
import { isOwn, type World, type WorldObject } from "../../world/world.ts";
import { inNamespaces, monitoredNamespaces } from "../scrape/monitor-namespaces.ts";
import { monitorSelects } from "../scrape/monitor-selector.ts";

/** What a monitor's selector chooses from: Services, or of a PodMonitor the pods of workloads. */
export interface Choosable {
  readonly object: WorldObject;
  readonly namespace: string;
  readonly labels: Labels;
  /** Of a Service: the labels of its pods, and its ports. */
  readonly selector?: Labels | null;
  readonly ports?: readonly { readonly name: string }[];
}

/** What a ServiceMonitor or PodMonitor aims at, as far as it can be seen. */
export interface Aim<T extends Choosable = Choosable> {
  readonly namespaces: readonly string[] | "all";
  /**
   * `hit`: chosen by labels, where it looks. `elsewhere`: chosen by labels, but in another namespace. `missed`: by its
   * name and place it is meant, and the labels miss it. `nothing`: nothing in sight has to do with it.
   */
  readonly verdict: "hit" | "elsewhere" | "missed" | "nothing";
  readonly at: readonly T[];
  /** Certain to be meant: false where something that is not in sight may be meant just as well. */
  readonly certain: boolean;
}

/** What the monitor aims at, out of `index`, the Services or workloads of the world by namespace. */
export const aimOf = <T extends Choosable>(
  monitor: WorldObject,
  prometheus: WorldObject | null,
  index: ReadonlyMap<string, readonly T[]>,
  world: World,
): Aim<T> => {
  const namespaces = monitoredNamespaces(monitor, prometheus, world);
  const chosen = (things: readonly T[]) => things.filter(({ labels }) => monitorSelects(monitor, labels) !== false);
  const hit = chosen(inNamespaces(index, namespaces));
  if (hit.length > 0) return { namespaces, verdict: "hit", at: hit, certain: true };
  const elsewhere = chosen([...index.values()].flat());
  const orphans = elsewhere.filter((thing) => isMeant(monitor, thing, prometheus, world));
  if (orphans.length > 0) return { namespaces, verdict: "elsewhere", at: orphans, certain: true };
  const missed = meantOf(monitor, namespaces, index, world);
  if (missed.length > 0) return { namespaces, verdict: "missed", at: missed, certain: true };
  return { namespaces, verdict: elsewhere.length > 0 ? "elsewhere" : "nothing", at: elsewhere, certain: false };
};

/**
 * Whether by its name, its labels and what it selects the monitor is for a DCGM exporter; a ScrapeConfig by all that it
 * says, but for what it drops.
 */
export const aimsAtDcgm = ({ ref, body }: WorldObject): boolean => {
  const asked = ref.kind === "ScrapeConfig" ? scrapeConfigWords(objectAt(body, ["spec"])) : selectedWords(body);
  return [ref.name, ...Object.values(labelsOf(body)), ...asked].some((word) => /dcgm/i.test(word));
};

const selectedWords = (body: JsonObject): readonly string[] =>
  requirementsOf(valueAt(body, ["spec", "selector"]))
    .filter(({ operator }) => operator === "Equals" || operator === "In")
    .flatMap(({ values }) => values);

const scrapeConfigWords = ({ relabelings, metricRelabelings: _, ...rest }: JsonObject): readonly string[] => {
  const kept = objectsAt(relabelings, []).filter(({ action }) => String(action ?? "replace").toLowerCase() === "keep");
  return [...textsIn(rest), ...textsIn(kept)];
};

function* textsIn(value: Json | undefined): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (isObject(value)) for (const inner of Object.values(value)) yield* textsIn(inner);
}

/**
 * Something in another namespace is meant where it is the GPU exporter, or where the tree brings it and
 * no other monitor takes it.
 */
const isMeant = (monitor: WorldObject, thing: Choosable, prometheus: WorldObject | null, world: World): boolean => {
  if (aimsAtDcgm(monitor) && isExporter(thing, world)) return true;
  if (!isOwn(thing.object)) return false;
  return !world.ofKind(monitor.ref.kind).some((other) => other !== monitor && takes(other, thing, prometheus, world));
};

const takes = (other: WorldObject, thing: Choosable, prometheus: WorldObject | null, world: World): boolean => {
  const names = monitoredNamespaces(other, prometheus, world);
  return (names === "all" || names.includes(thing.namespace)) && monitorSelects(other, thing.labels) !== false;
};

/**
 * What the labels miss: the GPU exporter, the Service of whose pods they are, the only one of its kind in the same file
 * or with the monitor's name, or the one with the port that a label names.
 */
const meantOf = <T extends Choosable>(
  monitor: WorldObject,
  namespaces: readonly string[] | "all",
  index: ReadonlyMap<string, readonly T[]>,
  world: World,
): readonly T[] => {
  const all = [...index.values()].flat();
  if (aimsAtDcgm(monitor)) {
    const exporters = all.filter((thing) => isExporter(thing, world));
    const near = exporters.filter(({ namespace }) => namespaces === "all" || namespaces.includes(namespace));
    if (exporters.length > 0) return closest(monitor, near.length > 0 ? near : exporters);
  }
  const ours = all.filter(
    ({ object, namespace }) => isOwn(object) && (namespaces === "all" || namespaces.includes(namespace)),
  );
  const byPods = withPort(
    monitor,
    ours.filter((thing) => asksForPodsOf(monitor, thing)),
  );
  if (byPods.length === 1) return byPods;
  const named = ours.filter(({ object }) => object.ref.name === monitor.ref.name);
  const beside = ours.filter(({ object }) => fileOf(object) === fileOf(monitor));
  if (named.length === 1) return named;
  if (beside.length === 1) return beside;
  const values = requirementsOf(valueAt(monitor.body, ["spec", "selector"])).flatMap((one) => equalTo(one));
  const called = ours.filter((thing) => values.includes(thing.object.ref.name) && hasPort(monitor, thing));
  return called.length === 1 ? called : [];
};

/**
 * Whether all that the monitor asks for are labels by which the Service selects its pods: what counts
 * are the Service's own.
 */
export const asksForPodsOf = (monitor: WorldObject, { selector }: Choosable): boolean => {
  const asked = requirementsOf(valueAt(monitor.body, ["spec", "selector"]));
  return (
    selector !== undefined &&
    selector !== null &&
    asked.length > 0 &&
    asked.every((one) => equalTo(one).some((value) => selector[one.key] === value))
  );
};

const equalTo = ({ operator, values }: Requirement): readonly string[] => (operator === "Equals" ? values : []);

/** Those with the ports that the monitor names, where there are any: a headless Service may lie beside another. */
const withPort = <T extends Choosable>(monitor: WorldObject, things: readonly T[]): readonly T[] => {
  const fitting = things.filter((thing) => hasPort(monitor, thing));
  return fitting.length > 0 ? fitting : things;
};

const hasPort = (monitor: WorldObject, { ports = [] }: Choosable): boolean =>
  objectsAt(monitor.body, ["spec", "endpoints"]).every(({ port }) => ports.some(({ name }) => name === port));

/**
 * The gpu-operator declares two exporters, of which a cluster runs one: that with the most
 * similar label values is meant.
 */
const closest = <T extends Choosable>(monitor: WorldObject, things: readonly T[]): readonly T[] => {
  const wanted = requirementsOf(valueAt(monitor.body, ["spec", "selector"])).flatMap(({ values }) => values);
  const distance = ({ labels }: T): number =>
    Math.min(...wanted.flatMap((word) => Object.values(labels).map((value) => leven(word, value))));
  const [best, second] = things.map((thing) => ({ thing, far: distance(thing) })).sort((a, b) => a.far - b.far);
  return best !== undefined && (second === undefined || best.far < second.far) ? [best.thing] : things;
};

const isExporter = ({ object }: Choosable, world: World): boolean => exporters(world).has(object);

const exporters = once(
  (world: World): ReadonlySet<WorldObject> =>
    new Set([...world.ofKind("Service"), ...workloadObjects(world)].filter(isExporterIn(world))),
);

const isExporterIn = (world: World): ((object: WorldObject) => boolean) => {
  const workloads = workloadObjects(world)
    .map(({ body }) => body)
    .filter(isExporterWorkload);
  return ({ body, ref }) =>
    ref.kind === "Service" ? isExporterService(body, workloads, world.releaseNamespace) : isExporterWorkload(body);
};

const workloadObjects = (world: World): readonly WorldObject[] =>
  [...workloadsIn(world).values()].flat().map(({ object }) => object);

const fileOf = ({ manifest }: WorldObject): string | null =>
  manifest?.origin.from === "kustomize" && !manifest.origin.generated ? manifest.origin.file : null;

/** `namespaceSelector.matchNames` as written. */
export const matchNamesOf = (monitor: WorldObject): readonly string[] =>
  textsAt(monitor.body, ["spec", "namespaceSelector", "matchNames"]);
