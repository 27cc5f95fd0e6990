import type { ResourceRef } from "../../core/finding.ts";
import { accessFailure, told } from "../../kubectl/kubectl-failure.ts";
import { textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, type Json } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { ReleaseName } from "../../stack/release-name.ts";

/** What the last deploy that changed something noted of itself. Null: nobody said it, as off GitHub. */
export interface Deployed {
  readonly repository: string | null;
  readonly commit: string | null;
  readonly ref: string | null;
  /** The stack's folder in the repository. */
  readonly path: string | null;
  readonly run: { readonly id: string | null; readonly attempt: string | null; readonly url: string | null };
  /** `name-version` of the chart. */
  readonly chart: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What it applied of base and overlays; the release's objects are helm's to know. */
  readonly objects: readonly ResourceRef[];
}

/** `deployed` is null where nothing was noted yet; `why` is a clause. */
export type DeployedReading =
  | { readonly ok: true; readonly deployed: Deployed | null }
  | { readonly ok: false; readonly why: string };

/** The ConfigMap in the release's namespace that holds it, and the key in it. */
export const deployedName = ({ name }: ReleaseName): string => `prometheus-stack-action.${name}`;
export const deployedKey = "deployed.json";

/**
 * Reads what is deployed. Anybody who may write ConfigMaps there may have written it: what is not exactly as we write
 * it is no reading. Throws OperatorError `cluster-unreachable`, and `unauthorized` where the credentials are refused
 * altogether.
 */
export const readDeployed = async (
  cluster: Pick<Cluster, "kubectl" | "server">,
  release: ReleaseName,
): Promise<DeployedReading> => {
  const name = deployedName(release);
  const path = `/api/v1/namespaces/${encodeURIComponent(release.namespace)}/configmaps/${encodeURIComponent(name)}`;
  const done = await cluster.kubectl(commandLine({ verb: ["get"], flags: [["raw", path]] }));
  if (done.code === 0) return parseDeployed(textOrEmpty(JSON.parse(done.stdout) as Json, ["data", deployedKey]));
  if (/\(NotFound\)/.test(done.stderr)) return { ok: true, deployed: null };
  if (/\(Forbidden\)/.test(done.stderr)) return { ok: false, why: told(done.stderr) };
  throw accessFailure(done.stderr, cluster) ?? new Error(`kubectl get --raw of a ConfigMap: ${told(done.stderr)}`);
};

/** A ConfigMap holds a mebibyte at most. */
const longestText = 1024 * 1024;
const mostObjects = 20_000;

/** The text of the key. Never throws. */
export const parseDeployed = (text: string): DeployedReading => {
  if (text.length > longestText) return { ok: false, why: "it is larger than we write it" };
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return { ok: false, why: `its key ${deployedKey} is no JSON` };
  }
  const deployed = deployedIn(value);
  return deployed === null
    ? { ok: false, why: `its key ${deployedKey} is not as this action writes it` }
    : { ok: true, deployed };
};

/** Texts of others go into messages: in one line, and no longer than any that GitHub or Kubernetes has. */
const isPlain = (value: Json | undefined): value is string =>
  typeof value === "string" && value.length <= 1024 && !/\p{C}|(?! )\p{Z}/u.test(value);
const isNullable = (value: Json | undefined): value is string | null => value === null || isPlain(value);

const deployedIn = (value: Json): Deployed | null => {
  if (!isObject(value) || !isObject(value["run"])) return null;
  const { repository, commit, ref, path, chart, at, objects } = value;
  const { id, attempt, url } = value["run"];
  if (!isNullable(repository) || !isNullable(commit) || !isNullable(ref) || !isNullable(path)) return null;
  if (!isNullable(id) || !isNullable(attempt) || !isNullable(url) || !isPlain(chart) || !isPlain(at)) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(at) || Number.isNaN(Date.parse(at))) return null;
  if (!Array.isArray(objects) || objects.length > mostObjects) return null;
  const refs = objects.map(refIn);
  if (!refs.every((one) => one !== null)) return null;
  return { repository, commit, ref, path, run: { id, attempt, url }, chart, at, objects: refs };
};

const refIn = (value: Json): ResourceRef | null => {
  if (!isObject(value)) return null;
  const { apiVersion, kind, namespace, name } = value;
  const isWhole = isPlain(apiVersion) && isPlain(kind) && isPlain(name) && kind !== "" && name !== "";
  return isWhole && isNullable(namespace) && namespace !== "" ? { apiVersion, kind, namespace, name } : null;
};
