import { allDone } from "../../core/all-done.ts";
import type { ResourceRef } from "../../core/finding.ts";
import type { ApiResources } from "../../kubectl/api-resources.ts";
import { objectsAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import type { Json, JsonObject } from "../../kubernetes/manifest.ts";
import { listPath } from "../../kubernetes/resource-path.ts";
import { refKey, refOf } from "../../kubernetes/resource-ref.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";
import { type LiveObjects, readLive } from "./live-objects.ts";

/**
 * From this many objects of a kind in a namespace on, one LIST reads them: of the real chart 86 rules, dashboards and
 * monitors by 3 requests. Fewer are read by their names, which reads nothing of others.
 */
const many = 8;

/** A LIST answers this many objects more than are looked for, at most: a namespace may be full of what others keep. */
const others = 50;

interface Around {
  readonly api: ApiResources;
  readonly cluster: Pick<Cluster, "kubectl" | "server">;
}

/**
 * The same as `readLive`, with one request for a kind of which many are read. Where this account may not list a kind,
 * or more of it is in the namespace than one answer holds, what is not found so is read by its name.
 */
export const listLive = async (refs: readonly ResourceRef[], { api, cluster }: Around): Promise<LiveObjects> => {
  const groups = manyOfKind(refs);
  const grouped = new Set(groups.flat());
  const [named, ...lists] = await allDone([
    readLive(
      refs.filter((ref) => !grouped.has(ref)),
      cluster,
    ),
    ...groups.map((group) => list(group, { api, cluster })),
  ]);
  const found = new Map(lists.flatMap((one) => [...one.found]));
  const left = await readLive(
    lists.flatMap((one) => one.open),
    cluster,
  );
  return (ref) => found.get(refKey(ref)) ?? named(ref) ?? left(ref);
};

/**
 * Those of a kind and namespace of which there are many. Never Secrets: nobody's are read but those that the stack
 * names, and helm's.
 */
export const manyOfKind = <T extends ResourceRef>(refs: readonly T[]): readonly (readonly [T, ...T[]])[] => {
  const namespaced = refs.filter(({ namespace, kind }) => namespace !== null && kind !== "Secret");
  const groups = Map.groupBy(namespaced, ({ apiVersion, kind, namespace }) => [apiVersion, kind, namespace].join("\n"));
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined || rest.length + 1 < many ? [] : [[first, ...rest] as const],
  );
};

interface Listed {
  readonly found: ReadonlyMap<string, JsonObject>;
  /** Those of which the answer does not tell whether they are there. */
  readonly open: readonly ResourceRef[];
}

const list = async (wanted: readonly [ResourceRef, ...ResourceRef[]], { api, cluster }: Around): Promise<Listed> => {
  const { apiVersion, kind, namespace } = wanted[0];
  const known = api(wanted[0]);
  if (known === undefined) return { found: new Map(), open: wanted };
  const path = `${listPath(apiVersion, known.resource, namespace)}?limit=${wanted.length + others}`;
  const done = await cluster.kubectl(commandLine({ verb: ["get"], flags: [["raw", path]] }));
  if (done.code !== 0) return { found: new Map(), open: wanted };
  const answer = JSON.parse(done.stdout) as Json;
  // Items of Kubernetes' own kinds do not say which kind they are of.
  const objects = objectsAt(answer, ["items"]).map((item): JsonObject => ({ apiVersion, kind, ...item }));
  const found = new Map(objects.map((object) => [refKey(refOf(object)), object]));
  const isWhole = textOrEmpty(answer, ["metadata", "continue"]) === "";
  return { found, open: isWhole ? [] : wanted.filter((ref) => !found.has(refKey(ref))) };
};
