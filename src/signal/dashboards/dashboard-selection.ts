import type { Edit, Location } from "../../core/finding.ts";
import { isObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { lineReplaced } from "../../text/yaml-line.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Grafana } from "../grafana/grafana.ts";
import { labelText, looksAtKind, namesFor, type Sidecar, selectsLabels, watchesNamespace } from "../grafana/sidecar.ts";
import type { Hop } from "../path/signal-path.ts";
import type { DashboardFile } from "./dashboard-file.ts";
import { sidecarLabelFix, sidecarLabelPlace } from "./dashboard-label-fix.ts";

const values: Path = ["grafana", "sidecar", "dashboards"];

/** Whether Grafana's sidecar takes the ConfigMap or Secret: its kind, and its label. */
export const selectedHop = (file: DashboardFile, grafana: Grafana, world: World): Hop => {
  const hop = "sidecar-selects-configmap";
  const { object } = file;
  if (file.by === "mount")
    return { hop, status: "ok", why: `Grafana mounts the ${object.ref.kind} at ${file.directory}` };
  const [pod] = grafana.pods;
  if (pod === undefined)
    return { hop, status: "unknown", why: "No Grafana is part of the stack: what its sidecar selects cannot be seen" };
  const sidecar = bestOf(grafana.sidecars, (one) => isSelected(one, object, world));
  if (sidecar === undefined)
    return {
      hop,
      status: "broken",
      why: "Grafana runs without the sidecar that brings it dashboards from ConfigMaps",
      ...optional(placeInValues(pod.object, [...values, "enabled"], world)),
      fix: { description: "Set grafana.sidecar.dashboards.enabled: true in the release's values", edits: [] },
      check: "dashboard-not-selected",
    };
  if (sidecar.unseen.some((name) => ["LABEL", "LABEL_VALUE", "RESOURCE", "RESOURCE_NAME"].includes(name)))
    return { hop, status: "unknown", why: "The sidecar takes its label from elsewhere (valueFrom): it cannot be seen" };
  if (isSelected(sidecar, object, world)) {
    const why = `The sidecar takes what has the label ${labelText(sidecar)}`;
    return { hop, status: "ok", why };
  }
  return { hop, status: "broken", ...refusal(sidecar, object, world), check: "dashboard-not-selected" };
};

const isSelected = (sidecar: Sidecar, object: WorldObject, world: World): boolean =>
  looksAtKind(sidecar, object) &&
  (namesFor(sidecar, object, world)?.includes(object.ref.name) ?? selectsLabels(sidecar, object));

const refusal = (sidecar: Sidecar, object: WorldObject, world: World): Pick<Hop, "why" | "at" | "fix"> => {
  const { kind, name } = object.ref;
  if (!looksAtKind(sidecar, object))
    return {
      why: `The sidecar looks at ${sidecar.kinds.join(" and ")} objects only, and this is a ${kind}`,
      ...optional(object.locate(["kind"])),
      fix: { description: "Set grafana.sidecar.dashboards.resource: both in the release's values", edits: [] },
    };
  const names = namesFor(sidecar, object, world);
  if (names !== null)
    return {
      why: `The sidecar takes only the objects named ${names.join(", ")}`,
      ...optional(object.locate(["metadata", "name"])),
      fix: { description: `Add ${name} to grafana.sidecar.dashboards.resourceName in the release's values`, edits: [] },
    };
  const labels = valueAt(object.body, ["metadata", "labels"]);
  const value = isObject(labels) ? labels[sidecar.label] : undefined;
  const has = value === undefined ? "has no such label" : `has ${sidecar.label}: ${JSON.stringify(value)}`;
  return {
    why: `The sidecar takes only what has the label ${labelText(sidecar)}, and this ${kind} ${has}`,
    ...optional(sidecarLabelPlace(object, sidecar, world)),
    fix: sidecarLabelFix(object, sidecar, world),
  };
};

/** Whether the sidecar looks into the namespace of the ConfigMap or Secret. */
export const watchedHop = (file: DashboardFile, grafana: Grafana, world: World): Hop => {
  const hop = "sidecar-watches-namespace";
  const namespace = namespaceOf(file.object, world);
  if (file.by === "mount") return { hop, status: "ok", why: `Grafana runs in ${namespace} itself` };
  const sidecar = bestOf(grafana.sidecars, (one) => watchesNamespace(one, namespace));
  if (sidecar === undefined)
    return { hop, status: "unknown", why: "There is no sidecar in sight: where it looks cannot be seen" };
  if (sidecar.unseen.includes("NAMESPACE"))
    return { hop, status: "unknown", why: "The sidecar takes its namespaces from elsewhere (valueFrom)" };
  const watched = sidecar.namespaces.includes("ALL") ? "all namespaces" : sidecar.namespaces.join(", ");
  if (watchesNamespace(sidecar, namespace)) return { hop, status: "ok", why: `The sidecar looks into ${watched}` };
  const key = [...values, "searchNamespace"];
  const at = setInValues(sidecar.pod.object, key, world) ?? file.object.locate(["metadata", "namespace"]);
  return {
    hop,
    status: "broken",
    why: `The sidecar looks into ${watched} only, and the ${file.object.ref.kind} lies in ${namespace}`,
    ...optional(at),
    fix: { description: `Set ${key.join(".")}: ALL in the release's values`, edits: watchAll(at, world) },
    check: "dashboard-namespace-not-watched",
  };
};

const watchAll = (at: Location | null, world: World): readonly Edit[] => {
  const file = at === null ? null : world.file(at.file);
  const edit =
    at === null || file === null ? null : lineReplaced(file, at.line, "searchNamespace", "searchNamespace: ALL");
  return edit === null ? [] : [edit];
};

/** The one that meets the condition, else the first. */
const bestOf = (sidecars: readonly Sidecar[], meets: (one: Sidecar) => boolean): Sidecar | undefined =>
  sidecars.find(meets) ?? sidecars[0];

/**
 * The values key that governs a part of the chart's object: as exactly as the value file has it,
 * else the place of the object.
 */
const placeInValues = (object: WorldObject, key: Path, world: World): Location | null =>
  setInValues(object, key, world) ?? object.locate([]);

const setInValues = (object: WorldObject, key: Path, world: World): Location | null => {
  const at = object.locate([]);
  const document = at === null ? undefined : world.file(at.file)?.documents[0];
  return document !== undefined && valueAt(document.value, key) !== undefined ? document.locate(key) : null;
};

const optional = (at: Location | null | undefined): { readonly at?: Location } =>
  at === null || at === undefined ? {} : { at };
