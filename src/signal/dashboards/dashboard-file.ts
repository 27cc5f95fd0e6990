import { posix } from "node:path";
import { nameOf } from "../../core/finding.ts";
import { withoutEndSlash } from "../../core/trim-end.ts";
import { placeOfKey } from "../../fix/key-text.ts";
import { isObject, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { type JsonPosition, jsonPosition } from "../../text/json-position.ts";
import type { PlacedText } from "../../text/placed-text.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import { isOwn, type World, type WorldObject } from "../../world/world.ts";
import type { Grafana } from "../grafana/grafana.ts";
import { dataOf, isIn } from "../grafana/grafana-pod.ts";
import { type Sidecar, takes } from "../grafana/sidecar.ts";
import { type DashboardModel, isRead, readDashboard } from "./dashboard-model.ts";

/** One key of a ConfigMap or Secret as a file that Grafana would read. */
export interface DashboardFile {
  readonly object: WorldObject;
  readonly key: string;
  /** From base or overlays: it gets a path of its own. The chart's own only take part in comparisons. */
  readonly own: boolean;
  /** How it gets to Grafana; null: it does not, as things are. */
  readonly by: "sidecar" | "mount" | null;
  /** Where the file lies in Grafana's pod, or would lie if the sidecar took it. */
  readonly directory: string;
  readonly name: string;
  /** Null: the sidecar downloads it (`*.url`), and nobody can see what it gets. */
  readonly text: string | null;
  readonly model: DashboardModel;
  readonly placed: PlacedText;
  readonly json: JsonPosition;
}

/** Every dashboard file of the stack's own, and of the chart those that Grafana gets. */
export const dashboardFiles = (world: World, grafana: Grafana): readonly DashboardFile[] => {
  const objects = [...world.ofKind("ConfigMap"), ...world.ofKind("Secret")];
  return objects.flatMap((object) => {
    const own = isOwn(object);
    const ways = waysOf(object, world, grafana);
    if (ways.length === 0 && own && isMeant(object, grafana))
      ways.push({ by: null, ...folderBySidecar(object, grafana.sidecars[0]) });
    if (ways.length === 0) return [];
    const keys = Object.entries(dataOf(object));
    const likely = keys.filter(([key, text]) => /\.json(?:\.url)?$/.test(key) || text.trimStart().startsWith("{"));
    return ways.flatMap((way) => {
      const mounted = way.only?.key;
      const used = mounted !== undefined ? keys.filter(([key]) => key === mounted) : likely.length > 0 ? likely : keys;
      return used.map(([key, text]) => fileOf({ object, key, text, own }, way, world));
    });
  });
};

interface Way {
  readonly by: DashboardFile["by"];
  readonly directory: string;
  readonly sidecar: Sidecar | undefined;
  /** The one key that is mounted, and as which file. */
  readonly only?: { readonly key: string; readonly path: string };
}

/** A container of the sidecar and its init container write the same files: one of them is enough. */
const waysOf = (object: WorldObject, world: World, grafana: Grafana): Way[] => [
  ...grafana.pods.flatMap(({ mounts }) =>
    mounts
      .filter(({ source, path }) => source === object && grafana.providers.list.some((one) => isIn(path, one.path)))
      .map(
        ({ path, subPath }): Way =>
          subPath === null
            ? { by: "mount", directory: path, sidecar: undefined }
            : { by: "mount", directory: posix.dirname(path), sidecar: undefined, only: { key: subPath, path } },
      ),
  ),
  ...grafana.sidecars
    .filter((sidecar) => takes(sidecar, object, world))
    .slice(0, 1)
    .map((sidecar): Way => ({ by: "sidecar", ...folderBySidecar(object, sidecar) })),
];

/** An annotation names another folder, absolute or below the usual one. */
const folderBySidecar = (object: WorldObject, sidecar: Sidecar | undefined): Omit<Way, "by"> => {
  if (sidecar === undefined) return { directory: "", sidecar };
  const annotations = valueAt(object.body, ["metadata", "annotations"]);
  const named = isObject(annotations) ? annotations[sidecar.folderAnnotation] : undefined;
  const folder = typeof named === "string" ? named : "";
  const path = posix.isAbsolute(folder) ? folder : posix.join(sidecar.folder, folder);
  return { directory: withoutEndSlash(posix.normalize(path)), sidecar };
};

/**
 * Meant as a dashboard: it has the sidecar's label, whatever its value, or lies among the
 * dashboards and looks like one.
 */
const isMeant = (object: WorldObject, grafana: Grafana): boolean => {
  const labels = valueAt(object.body, ["metadata", "labels"]);
  const wanted = ["grafana_dashboard", ...grafana.sidecars.map(({ label }) => label)];
  if (isObject(labels) && wanted.some((label) => labels[label] !== undefined)) return true;
  const origin = object.manifest?.origin;
  if (origin?.from !== "kustomize" || !/(?:^|\/)dashboards?\//.test(`${origin.root}/${origin.file}`)) return false;
  return Object.values(dataOf(object)).some((text) => looksLikeDashboard(text));
};

const looksLikeDashboard = (text: string): boolean =>
  text.trimStart().startsWith("{") && /"(?:panels|rows|elements)"\s*:/.test(text);

/** A key of an object, before it is known how Grafana reads it. */
type Entry = Pick<DashboardFile, "object" | "key" | "own"> & { readonly text: string };

const fileOf = (entry: Entry, { by, directory, sidecar, only }: Way, world: World): DashboardFile => {
  const { object, key, text } = entry;
  const downloaded = by !== "mount" && key.endsWith(".url");
  const name = only !== undefined ? posix.basename(only.path) : downloaded ? key.slice(0, -".url".length) : key;
  const placed = placeOfKey(object, [fieldOf(object.body, key), key], text, world);
  const unique = `namespace_${namespaceOf(object, world)}.${object.ref.kind.toLowerCase()}_${object.ref.name}.${name}`;
  return {
    ...entry,
    by,
    directory,
    name: sidecar?.uniqueFilenames === true ? unique : name,
    text: downloaded ? null : text,
    model: downloaded ? { form: "unseen" } : readDashboard(text, placed),
    placed,
    json: jsonPosition(placed),
  };
};

const fieldOf = (body: JsonObject, key: string): string =>
  ["data", "binaryData", "stringData"].find((field) => isObject(body[field]) && body[field][key] !== undefined) ??
  "data";

/** `dashboard "GPU / Overview"`; one without a title is named by its key. */
export const dashboardName = ({ model, key, object }: DashboardFile): string =>
  isRead(model) && model.title !== null ? `dashboard "${model.title}"` : `dashboard ${key} in ${nameOf(object.ref)}`;
