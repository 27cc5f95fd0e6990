import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import { objectAt, textAt } from "../../kubernetes/json-fields.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf, objectIn } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { operatorFlags, whyUnwatched } from "../operator/operator-flags.ts";
import { choiceOf, type Selectors, whyNotReconciled } from "../operator/selection.ts";
import type { AlertmanagerConfig, ReadConfig } from "./alertmanager-config.ts";
import { type ConfigParts, configPartsOf, configProblem } from "./alertmanager-config-object.ts";
import { configText } from "./alertmanager-secret.ts";
import { globalLack } from "./object-receivers.ts";
import { parseAlertmanagerConfig, readAlertmanagerConfig } from "./read-alertmanager-config.ts";

/** How an Alertmanager treats an AlertmanagerConfig. */
export interface Selected {
  readonly object: WorldObject;
  readonly status: "selected" | "not-selected" | "refused" | "unknown";
  /** Why it is not used. */
  readonly why: string;
}

/** What an Alertmanager would do under other circumstances. */
export interface Circumstances {
  /** As if every AlertmanagerConfig was selected. */
  readonly all?: boolean;
  /** As if the matcher strategy was None. */
  readonly unconfined?: boolean;
}

/** The configuration an Alertmanager runs with; null where that cannot be seen. */
export const configInForce = (
  alertmanager: WorldObject,
  world: World,
  { all = false, unconfined = false }: Circumstances = {},
): ReadConfig | null => inForce(world)(alertmanager)(all)(unconfined);

const inForce = once((world: World) =>
  once((alertmanager: WorldObject) =>
    once((all: boolean) => once((unconfined: boolean) => readInForce(alertmanager, world, { all, unconfined }))),
  ),
);

const readInForce = (alertmanager: WorldObject, world: World, as: Circumstances): ReadConfig | null => {
  if (whyNotReconciled(alertmanager, world) !== null) return null;
  const base = baseConfig(alertmanager, world);
  if (base === null || base.config === null) return base;
  const all = selectedConfigs(alertmanager, world);
  if (!as.all && all.some(({ status }) => status === "unknown")) return null;
  const used = all.filter(({ status }) => status === "selected" || (as.all && status === "not-selected"));
  const lack = lackOf(
    used.filter(({ status }) => status === "selected"),
    alertmanager,
    world,
  );
  if (lack !== null) return lack;
  const { grouping } = base.config.route;
  const parts = used.map(({ object }) =>
    configPartsOf(object, !as.unconfined && isConfined(object, alertmanager, world), world, grouping),
  );
  return { config: merged(base.config, parts), problem: null };
};

/** What an AlertmanagerConfig leaves to `global`, and stands nowhere. */
const lackOf = (used: readonly Selected[], alertmanager: WorldObject, world: World): ReadConfig | null => {
  if (used.length === 0) return null;
  const { text } = configText(alertmanager, world);
  const global =
    globalConfigName(alertmanager) === null && text !== null
      ? { file: objectAt(parseAlertmanagerConfig(text), ["global"]) }
      : { object: objectAt(alertmanager.body, ["spec", "alertmanagerConfiguration", "global"]) };
  for (const { object } of used) {
    const found = globalLack(object, global);
    if (found === null) continue;
    const { config, problem } = refused(
      `${nameOf(object.ref)}: ${found.message}, and so does global`,
      object,
      found.path,
    );
    return { config, problem: { ...problem, isLack: true } };
  }
  return null;
};

/** Routes of AlertmanagerConfigs go before those of the file, and each lets alerts go on. */
const merged = (base: AlertmanagerConfig, parts: readonly ConfigParts[]): AlertmanagerConfig => ({
  route: {
    ...base.route,
    routes: [...parts.map(({ route }) => route).filter((route) => route !== null), ...base.route.routes],
  },
  receivers: [...base.receivers, ...parts.filter(({ route }) => route !== null).flatMap(({ receivers }) => receivers)],
  inhibitRules: [...base.inhibitRules, ...parts.flatMap(({ inhibitRules }) => inhibitRules)],
});

/** The AlertmanagerConfig that an Alertmanager has in place of a Secret; null: it has none. */
export const globalConfigName = ({ body }: WorldObject): string | null =>
  textAt(body, ["spec", "alertmanagerConfiguration", "name"]);

/** The Secret's, or that of the AlertmanagerConfig which `alertmanagerConfiguration` names. */
const baseConfig = (alertmanager: WorldObject, world: World): ReadConfig | null => {
  const name = globalConfigName(alertmanager);
  if (name === null) {
    const { text, place } = configText(alertmanager, world);
    return text === null ? null : readAlertmanagerConfig(text, place);
  }
  const object = objectIn(world, "AlertmanagerConfig", namespaceOf(alertmanager, world), name);
  if (object === undefined) return null;
  const problem = configProblem(object);
  if (problem !== null) return refused(`${nameOf(object.ref)}: ${problem.message}`, object, problem.path);
  const { route, receivers, inhibitRules } = configPartsOf(object, false, world);
  return route === null
    ? refused(`${nameOf(object.ref)} has no route`, object, ["spec"])
    : { config: { route: { ...route, continue: false }, receivers, inhibitRules }, problem: null };
};

const refused = (
  message: string,
  object: WorldObject,
  path: readonly (string | number)[],
): Extract<ReadConfig, { config: null }> => ({
  config: null,
  problem: { message, place: () => object.locate(path) },
});

/** Every AlertmanagerConfig of the world in the operator's order, and whether this Alertmanager uses it. */
export const selectedConfigs = (alertmanager: WorldObject, world: World): readonly Selected[] => {
  const global = globalConfigName(alertmanager);
  const home = namespaceOf(alertmanager, world);
  const key = (object: WorldObject): string => `${namespaceOf(object, world)}/${object.ref.name}`;
  return world
    .ofKind("AlertmanagerConfig")
    .filter((object) => global === null || key(object) !== `${home}/${global}`)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((object) => selection(object, alertmanager, world));
};

const selection = (object: WorldObject, alertmanager: WorldObject, world: World): Selected => {
  const { byLabels, byNamespace } = choiceOf(object, alertmanager, selectors, world);
  const whose = `of ${nameOf(alertmanager.ref)}`;
  const namespace = namespaceOf(object, world);
  const passedOver = (why: string): Selected => ({ object, status: "not-selected", why });
  const unwatched = whyUnwatched(operatorFlags(world), object.ref.kind, namespace);
  if (byLabels === "broken") return passedOver(`${selectors.selector} ${whose} does not select it`);
  if (unwatched !== null) return passedOver(`the operator ${unwatched}`);
  if (byNamespace === "broken")
    return passedOver(`${selectors.namespaceSelector} ${whose} does not select the namespace ${namespace}`);
  if (byNamespace === "unknown")
    return { object, status: "unknown", why: `the labels of the namespace ${namespace} are not in the tree` };
  const problem = configProblem(object);
  return problem === null
    ? { object, status: "selected", why: "" }
    : { object, status: "refused", why: `the operator refuses it: ${problem.message}` };
};

const selectors: Selectors = {
  selector: "alertmanagerConfigSelector",
  namespaceSelector: "alertmanagerConfigNamespaceSelector",
};

/** The strategies that the operator has; OnNamespace is the default. */
const isConfined = (object: WorldObject, alertmanager: WorldObject, world: World): boolean => {
  const strategy = textAt(alertmanager.body, ["spec", "alertmanagerConfigMatcherStrategy", "type"]);
  if (strategy === "None") return false;
  const exempt = strategy === "OnNamespaceExceptForAlertmanagerNamespace";
  return !(exempt && namespaceOf(object, world) === namespaceOf(alertmanager, world));
};

/** The Alertmanagers a Prometheus sends to; `unseen` names one that is not in sight. */
export const alertmanagersOf = (
  prometheus: WorldObject,
  world: World,
): { readonly found: readonly WorldObject[]; readonly unseen: string | null } => {
  const spec = valueAt(prometheus.body, ["spec"]);
  const listed = valueAt(spec, ["alerting", "alertmanagers"]);
  const additional = valueAt(spec, ["additionalAlertManagerConfigs"]);
  const all = (Array.isArray(listed) ? listed : []).map((one) => {
    const namespace = textAt(one, ["namespace"]) ?? namespaceOf(prometheus, world);
    const name = textAt(one, ["name"]) ?? "";
    return { name: `Service ${namespace}/${name}`, object: behind(namespace, name, world) };
  });
  const unknown = all.find(({ object }) => object === undefined)?.name ?? null;
  return {
    found: all.map(({ object }) => object).filter((object) => object !== undefined),
    unseen: unknown ?? (additional === undefined ? null : "additionalAlertManagerConfigs"),
  };
};

/** The Alertmanager whose pods the Service selects: the operator labels them `alertmanager: <name>`. */
const behind = (namespace: string, service: string, world: World): WorldObject | undefined => {
  const all = world.ofKind("Alertmanager").filter((one) => namespaceOf(one, world) === namespace);
  if (service === "alertmanager-operated") return all[0];
  const object = objectIn(world, "Service", namespace, service);
  const name = textAt(object?.body, ["spec", "selector", "alertmanager"]);
  return all.find(({ ref }) => ref.name === name);
};
