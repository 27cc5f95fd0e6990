import type { ResourceRef } from "../core/finding.ts";
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
 * Asks for all kinds that the cluster serves. Throws OperatorError `unauthorized`, `cluster-unreachable` or
 * `apply-failed`.
 */
export const readApiResources = async (cluster: Pick<Cluster, "kubectl" | "server">): Promise<ApiResources> => {
  const done = await cluster.kubectl(commandLine({ verb: ["api-resources", "--no-headers"] }));
  const rows = done.stdout.split("\n").flatMap((line) => rowOf(line));
  // A group whose own server is away makes kubectl fail, and still tell all others.
  if (done.code !== 0 && rows.length === 0) {
    const ref = { apiVersion: "v1", kind: "APIResourceList", namespace: null, name: "" };
    throw accessFailure(done.stderr, cluster) ?? applyError([{ ref, stderr: done.stderr }], cluster);
  }
  const known = new Map(rows);
  return ({ apiVersion, kind }) => known.get(keyOf(apiVersion, kind));
};

/** `NAME SHORTNAMES APIVERSION NAMESPACED KIND`, of which the second may be empty: told from its end. */
const rowOf = (line: string): readonly (readonly [string, ApiResource])[] => {
  const words = line.split(/\s+/).filter((word) => word !== "");
  const [resource] = words;
  const [apiVersion, namespaced, kind] = words.slice(-3);
  if (words.length < 4 || resource === undefined || apiVersion === undefined || kind === undefined) return [];
  const group = groupOf({ apiVersion });
  return [[keyOf(apiVersion, kind), { resource, group, namespaced: namespaced === "true" }]];
};

const keyOf = (apiVersion: string, kind: string): string => `${apiVersion}\n${kind}`;
