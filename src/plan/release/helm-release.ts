import { OperatorError } from "../../core/errors.ts";
import type { ResourceRef } from "../../core/finding.ts";
import { accessFailure, told } from "../../kubectl/kubectl-failure.ts";
import { numberAt, objectAt, objectsAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine, type Flag } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import type { Helm } from "../../outside/helm.ts";
import type { ReleaseName } from "../../stack/release-name.ts";

/** The newest revision of a release, as `helm history` tells it. */
export interface Revision extends ReleaseName {
  readonly revision: number;
  /** E.g. `deployed`, `failed`, `pending-upgrade`. */
  readonly status: string;
  /** ISO 8601. */
  readonly updated: string;
  /** `name-version`. */
  readonly chart: string;
  /** The revision that helm compares with: the newest that is deployed, else this one. */
  readonly base: number;
}

/** Whether a revision of this status is being made, or was left by a helm that was ended. */
export const isPendingStatus = (status: string): boolean => status.startsWith("pending-");

/** helm, and the cluster that it speaks to. */
export interface HelmOnCluster {
  readonly helm: Helm;
  readonly cluster: Cluster;
}

const readLimitMs = 60_000;

/**
 * The newest revision of a release, or null where there is none. Throws OperatorError `unauthorized`,
 * `cluster-unreachable` or `apply-failed`.
 */
export const readRevision = async (release: ReleaseName, on: HelmOnCluster): Promise<Revision | null> => {
  const done = await ask(
    ["history"],
    release,
    [
      // More are read than shown: helm itself asks for all of them whatever this says.
      ["max", "256"],
      ["output", "json"],
    ],
    on,
  );
  if (done.code === 0) return newest(JSON.parse(done.stdout) as Json, release);
  if (/release: not found/.test(done.stderr)) return null;
  throw unreadable("the history", done.stderr, release, on.cluster);
};

const newest = (history: Json, release: ReleaseName): Revision | null => {
  const revisions = Array.isArray(history) ? history.filter(isObject) : [];
  const last = revisions.at(-1);
  if (last === undefined) return null;
  const deployed = revisions.findLast((one) => textOrEmpty(one, ["status"]) === "deployed") ?? last;
  return {
    ...release,
    base: numberAt(deployed, ["revision"]),
    revision: numberAt(last, ["revision"]),
    status: textOrEmpty(last, ["status"]),
    updated: textOrEmpty(last, ["updated"]),
    chart: textOrEmpty(last, ["chart"]),
  };
};

/** What a release is made of, as helm keeps it: manifests as it prints them. */
export interface ReleaseContent {
  readonly manifest: string;
  readonly hooks: string;
}

/** What helm keeps of a revision that it compares with. */
export interface BaseContent extends ReleaseContent {
  /** Whether it was applied server-side: `--server-side=auto` goes on as it began. Always false with helm 3. */
  readonly serverSide: boolean;
}

/**
 * The content of the revision that helm compares with, by one helm: a line with how long the manifest is (bytes) and
 * how it was applied, the manifest, the hooks. Throws as `readRevision` does.
 */
export const readContent = async (of: Revision, on: HelmOnCluster): Promise<BaseContent> => {
  const method = on.helm.major === 4 ? "{{.Release.ApplyMethod}}" : "";
  const hooks = "{{range .Release.Hooks}}---\n# Source: {{.Path}}\n{{.Manifest}}\n{{end}}";
  const template = `{{len .Release.Manifest}} ${method}\n{{.Release.Manifest}}${hooks}`;
  const flags: readonly Flag[] = [
    ["revision", String(of.base)],
    ["template", template],
  ];
  const done = await ask(["get", "all"], of, flags, on);
  if (done.code !== 0) throw unreadable("the content", done.stderr, of, on.cluster);
  const bytes = Buffer.from(done.stdout);
  const start = bytes.indexOf("\n") + 1;
  const [length, applied] = bytes.subarray(0, start).toString().trim().split(" ");
  const end = start + Number(length);
  return {
    manifest: bytes.subarray(start, end).toString(),
    hooks: bytes.subarray(end).toString(),
    serverSide: applied === "ssa",
  };
};

/** Of what `helm upgrade --install --dry-run=server --output=json` answers. */
export const dryReleaseIn = (stdout: string): ReleaseContent => {
  const body = JSON.parse(stdout) as JsonObject;
  return { manifest: textOrEmpty(body, ["manifest"]), hooks: hooksText(body) };
};

/** The hooks of a release, as helm prints them. */
export const hooksText = (release: JsonObject): string =>
  objectsAt(release, ["hooks"])
    .map((hook) => `---\n# Source: ${textOrEmpty(hook, ["path"])}\n${textOrEmpty(hook, ["manifest"])}\n`)
    .join("");

const ask = (
  verb: readonly string[],
  { name, namespace }: ReleaseName,
  flags: readonly Flag[],
  { helm, cluster }: HelmOnCluster,
): Promise<Completed> =>
  helm.run(
    commandLine({ verb, flags: [["namespace", namespace], ...flags, ...cluster.helmFlags], positionals: [name] }),
    { env: cluster.env, timeoutMs: readLimitMs, repeatable: true },
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
  const metadata = objectAt(body, ["metadata"]);
  return {
    ...body,
    metadata: {
      ...metadata,
      ...(ref.namespace === null ? {} : { namespace: ref.namespace }),
      labels: { ...objectAt(metadata, ["labels"]), "app.kubernetes.io/managed-by": "Helm" },
      annotations: {
        ...objectAt(metadata, ["annotations"]),
        "meta.helm.sh/release-name": name,
        "meta.helm.sh/release-namespace": namespace,
      },
    },
  };
};
