import { OperatorError } from "../../core/errors.ts";
import { accessFailure, told } from "../../kubectl/kubectl-failure.ts";
import { objectAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, type Json } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Revision } from "./helm-release.ts";

/** The object in which helm keeps one revision of a release. What it says of the chart and its values is never read. */
export interface ReleaseRecord {
  readonly resource: "secrets" | "configmaps";
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly resourceVersion: string;
  /** Milliseconds since 1970 by the API server's clock; helm's own times are those of the machine that it ran on. */
  readonly createdAt: number;
}

/**
 * The record of a release's newest revision; null where there is none that is surely it: a driver that keeps none in
 * the cluster (`HELM_DRIVER` is sql or memory), or another status by now. Throws OperatorError `unauthorized`,
 * `cluster-unreachable` or `apply-failed`.
 */
export const readReleaseRecord = async (release: Revision, cluster: Cluster): Promise<ReleaseRecord | null> => {
  const resource = recordResource(cluster.env["HELM_DRIVER"] ?? "");
  if (resource === null) return null;
  const name = `sh.helm.release.v1.${release.name}.v${release.revision}`;
  const done = await cluster.kubectl(
    commandLine({
      verb: ["get"],
      flags: [
        ["namespace", release.namespace],
        ["output", 'jsonpath={.type}{"\\n"}{.metadata}'],
        ["ignore-not-found", true],
      ],
      positionals: [resource, name],
    }),
  );
  if (done.code !== 0) throw failure(`read ${resource} ${release.namespace}/${name}`, done.stderr, cluster);
  const end = done.stdout.indexOf("\n");
  if (end === -1) return null;
  const [type, metadata] = [done.stdout.slice(0, end), JSON.parse(done.stdout.slice(end + 1)) as Json];
  if (!isObject(metadata) || (resource === "secrets" && type !== "helm.sh/release.v1")) return null;
  const labels = objectAt(metadata, ["labels"]);
  const { name: of, owner, version, status } = labels;
  if (owner !== "helm" || of !== release.name || version !== String(release.revision) || status !== release.status)
    return null;
  const text = (field: string): string => textOrEmpty(metadata, [field]);
  return {
    resource,
    namespace: release.namespace,
    name,
    uid: text("uid"),
    resourceVersion: text("resourceVersion"),
    createdAt: Date.parse(text("creationTimestamp")),
  };
};

/**
 * Deletes the record as it was read; false where it is another by now, or gone. Throws as `readReleaseRecord` does.
 */
export const deleteReleaseRecord = async (
  { resource, namespace, name, uid, resourceVersion }: ReleaseRecord,
  cluster: Cluster,
): Promise<boolean> => {
  const [folder, file] = [namespace, name].map(encodeURIComponent);
  const options = { apiVersion: "v1", kind: "DeleteOptions", preconditions: { uid, resourceVersion } };
  const done = await cluster.kubectl(
    commandLine({
      verb: ["delete", "--filename=-"],
      flags: [["raw", `/api/v1/namespaces/${folder}/${resource}/${file}`]],
    }),
    { stdin: JSON.stringify(options) },
  );
  if (done.code === 0) return true;
  if (/\((?:Conflict|NotFound)\)/.test(done.stderr)) return false;
  throw failure(`delete ${resource} ${namespace}/${name}`, done.stderr, cluster);
};

/** Where helm keeps releases, as its `action.Configuration.Init` reads HELM_DRIVER; null: not in the cluster. */
export const recordResource = (driver: string): ReleaseRecord["resource"] | null => {
  if (["", "secret", "secrets"].includes(driver)) return "secrets";
  return ["configmap", "configmaps"].includes(driver) ? "configmaps" : null;
};

const failure = (what: string, stderr: string, cluster: Cluster): OperatorError =>
  accessFailure(stderr, cluster) ??
  new OperatorError(
    "apply-failed",
    `kubectl cannot ${what}: ${told(stderr)}`,
    "Nothing was changed. Run `helm history` by hand with the same kubeconfig.",
  );
