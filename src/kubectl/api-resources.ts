import type { ResourceRef } from "../core/finding.ts";
import { objectsAt, textAt } from "../kubernetes/json-fields.ts";
import type { Json } from "../kubernetes/manifest.ts";
import { versionPath } from "../kubernetes/resource-path.ts";
import { groupOf } from "../kubernetes/resource-ref.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import { accessFailure, applyError } from "./kubectl-failure.ts";

/** A kind that the cluster serves. */
export interface ApiResource {
  /** As RBAC names it, e.g. `prometheusrules`. */
  readonly resource: string;
  /** Empty for Kubernetes' own first group. */
  readonly group: string;
  readonly namespaced: boolean;
}

/** What the cluster serves; undefined is a kind that it does not know (yet). */
export type ApiResources = (ref: Pick<ResourceRef, "apiVersion" | "kind">) => ApiResource | undefined;

/**
 * Asks for all kinds that the cluster serves: each in the version that it prefers, which is all that kubectl tells, and
 * those of the `wanted` objects in theirs. Throws OperatorError `unauthorized`, `cluster-unreachable` or
 * `apply-failed`.
 */
export const readApiResources = async (
  cluster: Pick<Cluster, "kubectl" | "server">,
  wanted: readonly Pick<ResourceRef, "apiVersion">[],
): Promise<ApiResources> => {
  const done = await cluster.kubectl(commandLine({ verb: ["api-resources", "--no-headers"] }));
  const rows = done.stdout.split("\n").flatMap((line) => rowOf(line));
  // A group whose own server is away makes kubectl fail, and still tell all others.
  if (done.code !== 0 && rows.length === 0) {
    const ref = { apiVersion: "v1", kind: "APIResourceList", namespace: null, name: "" };
    throw accessFailure(done.stderr, cluster) ?? applyError([{ ref, stderr: done.stderr }], cluster);
  }
  const versions = new Set(rows.map(([key]) => versionOf(key)));
  const groups = new Set(rows.map(([, { group }]) => group));
  const others = new Set(
    wanted.flatMap((ref) =>
      !versions.has(ref.apiVersion) && groups.has(groupOf(ref)) && isWellFormed(ref.apiVersion) ? [ref.apiVersion] : [],
    ),
  );
  const more = await Promise.all([...others].map((apiVersion) => kindsOf(apiVersion, cluster)));
  const known = new Map([...rows, ...more.flat()]);
  return ({ apiVersion, kind }) => known.get(keyOf(apiVersion, kind));
};

type Row = readonly [key: string, resource: ApiResource];

/** `NAME SHORTNAMES APIVERSION NAMESPACED KIND`, of which the second may be empty: told from its end. */
const rowOf = (line: string): readonly Row[] => {
  const words = line.split(/\s+/).filter((word) => word !== "");
  const [resource] = words;
  const [apiVersion, namespaced, kind] = words.slice(-3);
  if (words.length < 4 || resource === undefined || apiVersion === undefined || kind === undefined) return [];
  const group = groupOf({ apiVersion });
  return [[keyOf(apiVersion, kind), { resource, group, namespaced: namespaced === "true" }]];
};

/** It becomes a path, and comes from files that anyone may propose: `apps/../../metrics` must lead nowhere. */
const isWellFormed = (apiVersion: string): boolean => /^(?:[^/]+\/)?[a-z0-9]+$/i.test(apiVersion);

/** Of a version that its group does not prefer; none where the cluster does not serve it. */
const kindsOf = async (apiVersion: string, { kubectl }: Pick<Cluster, "kubectl">): Promise<readonly Row[]> => {
  const { code, stdout } = await kubectl(commandLine({ verb: ["get"], flags: [["raw", versionPath(apiVersion)]] }));
  if (code !== 0) return [];
  return objectsAt(JSON.parse(stdout) as Json, ["resources"]).flatMap((one) => {
    const [resource, kind] = [textAt(one, ["name"]), textAt(one, ["kind"])];
    // `deployments/scale` is a part of one.
    if (resource === null || kind === null || resource.includes("/")) return [];
    return [
      [keyOf(apiVersion, kind), { resource, group: groupOf({ apiVersion }), namespaced: one["namespaced"] === true }],
    ];
  });
};

const versionOf = (key: string): string => key.slice(0, key.indexOf("\n"));

const keyOf = (apiVersion: string, kind: string): string => `${apiVersion}\n${kind}`;
