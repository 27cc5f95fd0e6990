import { OperatorError } from "../errors.ts";
import type { JsonObject } from "../manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Helm } from "../outside/helm.ts";
import type { Outside } from "../outside/outside.ts";
import type { Workspace } from "../outside/workspace.ts";
import { valueArguments } from "../render/release-arguments.ts";
import type { Chart } from "../render/render.ts";
import type { Release } from "../stack/stack.ts";
import { accessFailure, conflictsIn, told } from "./kubectl-failure.ts";
import { numberAt, textAt } from "./kubectl-output.ts";
import { type ReleaseState, readRelease } from "./release-status.ts";

export interface Upgrade {
  readonly release: Release;
  readonly chart: Chart;
  /** Milliseconds, of each of helm's own waits. */
  readonly timeoutMs: number;
  /** What `helm history` will show. */
  readonly description: string;
}

/**
 * helm's arguments, the same for helm 3 and 4. `--reset-values`: without it an upgrade reuses the last release's values. `--skip-crds`: they are
 * applied before. Not helm's own rollback: it removes the evidence of a failure, and a failed first install altogether.
 */
export const upgradeArguments = (upgrade: Upgrade, workspace: Pick<Workspace, "absolute">): readonly string[] => {
  const { release, chart, timeoutMs, description } = upgrade;
  return [
    ...["upgrade", release.name.value, chart.path, "--install", "--namespace", release.namespace.value],
    ...(release.createNamespace ? ["--create-namespace"] : []),
    "--reset-values",
    ...valueArguments(release, workspace),
    ...["--skip-crds", "--wait", "--timeout", `${Math.ceil(timeoutMs / 1000)}s`],
    ...(description === "" ? [] : ["--description", description]),
    ...["-o", "json"],
  ];
};

/** helm gives up by itself after its timeout; this is for one that hangs. */
const graceMs = 60_000;

/** How an upgrade ended; `error` is null when it went well. */
export interface Upgraded {
  readonly release: ReleaseState | null;
  readonly error: OperatorError | null;
}

interface Runner {
  readonly helm: Helm;
  readonly cluster: Cluster;
  readonly outside: Pick<Outside, "workspace">;
}

/** Runs `helm upgrade --install --wait`. A failed upgrade is a value; a cancelled one throws OperatorError `cancelled`. */
export const upgradeRelease = async (upgrade: Upgrade, { helm, cluster, outside }: Runner): Promise<Upgraded> => {
  const { name, namespace } = upgrade.release;
  const args = [...upgradeArguments(upgrade, outside.workspace), ...cluster.helmFlags];
  const done = await helm
    // The paths of --set-file are relative to the repository root.
    .run(args, { env: cluster.env, cwd: outside.workspace.root, timeoutMs: upgrade.timeoutMs + graceMs })
    .catch((thrown: unknown) => asTimeout(thrown));
  if (done instanceof OperatorError)
    return { release: await readRelease(name.value, namespace.value, { helm, cluster }), error: done };
  if (done.code === 0) return { release: deployed(done.stdout, name.value, namespace.value), error: null };
  const error = upgradeError(done.stderr, upgrade, cluster);
  const unreachable = error.reason === "cluster-unreachable";
  return { release: unreachable ? null : await readRelease(name.value, namespace.value, { helm, cluster }), error };
};

/** helm was ended because it hung: what it waited for can still be found out. */
const asTimeout = (thrown: unknown): OperatorError => {
  if (thrown instanceof OperatorError && thrown.reason === "timeout") return thrown;
  throw thrown;
};

const deployed = (stdout: string, name: string, namespace: string): ReleaseState => {
  const body = JSON.parse(stdout) as JsonObject;
  return {
    name,
    namespace,
    revision: numberAt(body, "version"),
    status: textAt(body, "info", "status"),
    updated: textAt(body, "info", "last_deployed"),
  };
};

/** helm tells a failure only in prose, also with `-o json`. */
const upgradeError = (stderr: string, { release, timeoutMs }: Upgrade, cluster: Cluster): OperatorError => {
  const what = `helm upgrade of release ${release.namespace.value}/${release.name.value} failed: ${told(stderr)}`;
  if (conflictsIn(stderr).length > 0 || /invalid ownership metadata/.test(stderr))
    return new OperatorError(
      "owned-elsewhere",
      what,
      "Another manager or release holds what the chart sets, and it is not taken from it: remove the object or the setting there, or turn it off in the chart's values.",
    );
  if (/another operation \(install\/upgrade\/rollback\) is in progress/.test(stderr))
    return new OperatorError("release-pending", what, "Wait for the other deploy, then deploy again.");
  const access = accessFailure(stderr, cluster);
  if (access !== null) return access;
  if (/timed out|deadline exceeded|not ready/.test(stderr))
    return new OperatorError(
      "timeout",
      what,
      `Mend what is not ready, or give the rollout more than ${Math.ceil(timeoutMs / 1000)} s with the input timeout. Nothing was rolled back.`,
    );
  return new OperatorError(
    "apply-failed",
    what,
    /namespaces? ".*" not found/.test(stderr)
      ? "Add the namespace to base, or --create-namespace to the helm line of upstream/install.sh."
      : "Correct what helm names in the values or the chart, and deploy again. Nothing was rolled back.",
  );
};
