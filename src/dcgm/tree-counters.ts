import { nameOf } from "../core/finding.ts";
import { textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { refOf } from "../kubernetes/resource-ref.ts";
import type { Workspace } from "../outside/workspace.ts";
import { looksLikeCounterList } from "./counter-list.ts";
import { namespaceOfBody } from "./exporter-objects.ts";

/** A counter list that lies in the tree. */
export interface TreeCounters {
  /** The ConfigMap that holds it; null for a file that no ConfigMap of the tree is made of. */
  readonly configMap: string | null;
  readonly text: string;
  /** Where it is, for the summary. */
  readonly where: string;
  /** The file of the workspace that holds it, and nothing else; null where it is part of a manifest. */
  readonly file: string | null;
}

/**
 * Counter lists that the tree brings to the exporter's namespace: ConfigMaps there with the key that the exporter's
 * pods mount, else `.csv` files below the stack's folder, of which `kubectl create configmap --from-file` makes one.
 * More than one where it is not plain which is meant.
 */
export const treeCounters = async (
  bodies: readonly JsonObject[],
  place: {
    readonly namespace: string;
    readonly releaseNamespace: string;
    readonly folder: string;
    /** `dcgm-metrics.csv` for the gpu-operator, `metrics` for the chart. */
    readonly key: string;
  },
  workspace: Workspace,
): Promise<readonly TreeCounters[]> => {
  const inObjects = bodies
    .filter((body) => textOrEmpty(body, ["kind"]) === "ConfigMap")
    .filter((body) => namespaceOfBody(body, place.releaseNamespace) === place.namespace)
    .flatMap((body) => inConfigMap(body, place.key));
  if (inObjects.length === 0) return meantOf(await listFiles(place.folder, workspace));
  const files = await listFiles(place.folder, workspace);
  // What a generator of kustomize made a ConfigMap of.
  return inObjects.map((list) => ({ ...list, file: files.find(({ text }) => text === list.text)?.file ?? null }));
};

const inConfigMap = (body: JsonObject, key: string): readonly TreeCounters[] => {
  const text = textOrEmpty(body, ["data", key]);
  return looksLikeCounterList(text)
    ? [{ configMap: textOrEmpty(body, ["metadata", "name"]), text, where: nameOf(refOf(body)), file: null }]
    : [];
};

const listFiles = async (folder: string, workspace: Workspace): Promise<readonly TreeCounters[]> => {
  const files = (await workspace.walk(folder)).filter(({ path, kind }) => kind === "file" && path.endsWith(".csv"));
  const found = await Promise.all(
    files.map(async ({ path }): Promise<readonly TreeCounters[]> => {
      const read = await workspace.read(path);
      return read.ok && looksLikeCounterList(read.text)
        ? [{ configMap: null, text: read.text, where: path, file: path }]
        : [];
    }),
  );
  return found.flat();
};

/** The name that the operator's documentation gives the file tells it from others that lie beside it. */
const meantOf = (lists: readonly TreeCounters[]): readonly TreeCounters[] => {
  const named = lists.filter(({ where }) => where.split("/").at(-1) === "dcgm-metrics.csv");
  return named.length === 1 ? named : lists;
};
