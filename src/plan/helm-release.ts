import { OperatorError } from "../core/errors.ts";
import type { ResourceRef } from "../core/finding.ts";
import { accessFailure, told } from "../kubectl/kubectl-failure.ts";
import { numberAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine, type Flag } from "../outside/command-line.ts";
import type { Completed } from "../outside/exec.ts";
import type { Helm } from "../outside/helm.ts";

/** A release by its name. */
export interface ReleaseName {
  readonly name: string;
  readonly namespace: string;
}

/** The newest revision of a release, as `helm history` tells it. */
export interface Revision extends ReleaseName {
  readonly revision: number;
  /** E.g. `deployed`, `failed`, `pending-upgrade`. */
  readonly status: string;
  /** ISO 8601. */
  readonly updated: string;
  /** `name-version`. */
  readonly chart: string;
}

/** helm, and the cluster that it speaks to. */
export interface HelmOnCluster {
  readonly helm: Helm;
  readonly cluster: Cluster;
}

const readLimitMs = 60_000;

/** The revisions of a release that matter; both null where there is none. */
export interface Revisions {
  readonly newest: Revision | null;
  /**
   * From which helm goes on: the newest that was deployed, else the newest that failed or was superseded. What only a
   * failed one after it has brought helm does not know of any more (tried with 3.22 and 4.3).
   */
  readonly base: Revision | null;
}

/** The newest revision of a release, or null where there is none. Throws as `readRevisions` does. */
export const readRevision = async (release: ReleaseName, on: HelmOnCluster): Promise<Revision | null> =>
  (await readRevisions(release, on)).newest;

/** Throws OperatorError `unauthorized`, `cluster-unreachable` or `apply-failed`. */
export const readRevisions = async (release: ReleaseName, on: HelmOnCluster): Promise<Revisions> => {
  const done = await ask(["history"], release, [["output", "json"]], on);
  if (done.code !== 0 && /release: not found/.test(done.stderr)) return { newest: null, base: null };
  if (done.code !== 0) throw unreadable("the history", done.stderr, release, on.cluster);
  const history = JSON.parse(done.stdout) as Json;
  const revisions = (Array.isArray(history) ? history : []).filter(isObject).map((one) => revisionIn(one, release));
  const base =
    revisions.findLast(({ status }) => status === "deployed") ??
    revisions.findLast(({ status }) => status === "failed" || status === "superseded");
  return { newest: revisions.at(-1) ?? null, base: base ?? null };
};

const revisionIn = (entry: JsonObject, release: ReleaseName): Revision => ({
  ...release,
  revision: numberAt(entry, ["revision"]),
  status: textOrEmpty(entry, ["status"]),
  updated: textOrEmpty(entry, ["updated"]),
  chart: textOrEmpty(entry, ["chart"]),
});

/** What a release is made of, as helm keeps it: manifests as it prints them. */
export interface ReleaseContent {
  readonly manifest: string;
  readonly hooks: string;
}

/** The content of one revision. Throws as `readRevision` does. */
export const readContent = async (of: Revision, on: HelmOnCluster): Promise<ReleaseContent> => {
  const revision: Flag = ["revision", String(of.revision)];
  const [manifest, hooks] = await Promise.all(
    ["manifest", "hooks"].map(async (part) => {
      const done = await ask(["get", part], of, [revision], on);
      if (done.code !== 0) throw unreadable(`the ${part}`, done.stderr, of, on.cluster);
      return done.stdout;
    }),
  );
  return { manifest: manifest ?? "", hooks: hooks ?? "" };
};

/** What `helm upgrade --install --dry-run=server --output=json` answers. */
export interface DryRelease extends ReleaseContent {
  readonly notes: string;
}

export const dryReleaseIn = (stdout: string): DryRelease => {
  const body = JSON.parse(stdout) as JsonObject;
  return {
    manifest: textOrEmpty(body, ["manifest"]),
    hooks: objectsAt(body, ["hooks"])
      .map((hook) => `---\n# Source: ${textOrEmpty(hook, ["path"])}\n${textOrEmpty(hook, ["manifest"])}\n`)
      .join(""),
    notes: textOrEmpty(body, ["info", "notes"]),
  };
};

const ask = (
  verb: readonly string[],
  { name, namespace }: ReleaseName,
  flags: readonly Flag[],
  { helm, cluster }: HelmOnCluster,
): Promise<Completed> =>
  helm.run(
    commandLine({ verb, flags: [["namespace", namespace], ...flags, ...cluster.helmFlags], positionals: [name] }),
    { env: cluster.env, timeoutMs: readLimitMs },
  );

const unreadable = (what: string, stderr: string, { name, namespace }: ReleaseName, cluster: Cluster): OperatorError =>
  accessFailure(stderr, cluster) ??
  new OperatorError(
    "apply-failed",
    `helm cannot read ${what} of release ${namespace}/${name}: ${told(stderr)}`,
    "Nothing was changed. Run `helm history` by hand with the same kubeconfig.",
  );

/** What helm writes on every object of a release, and refuses to touch one without. */
export const withHelmMarks = (body: JsonObject, ref: ResourceRef, { name, namespace }: ReleaseName): JsonObject => {
  const metadata = isObject(body["metadata"]) ? body["metadata"] : {};
  return {
    ...body,
    metadata: {
      ...metadata,
      ...(ref.namespace === null ? {} : { namespace: ref.namespace }),
      labels: { ...mapping(metadata["labels"]), "app.kubernetes.io/managed-by": "Helm" },
      annotations: {
        ...mapping(metadata["annotations"]),
        "meta.helm.sh/release-name": name,
        "meta.helm.sh/release-namespace": namespace,
      },
    },
  };
};

const mapping = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
