import { OperatorError } from "../core/errors.ts";
import { accessFailure, conflictsIn, told } from "../kubectl/kubectl-failure.ts";
import { numberAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Helm } from "../outside/helm.ts";
import type { Outside } from "../outside/outside.ts";
import { type Revision, readRevision } from "../plan/release/helm-release.ts";
import { type Upgrade, upgradeArguments } from "../plan/release/upgrade-arguments.ts";
import { copyValues, withNamesOfTree } from "../render/chart/copy-values.ts";
import { type ReleaseName, releaseNameOf } from "../stack/release-name.ts";

/** helm gives up by itself after its timeout; this is for one that hangs. */
const graceMs = 60_000;

/** How an upgrade ended; `error` is null when it went well. */
export interface Upgraded {
  readonly release: Revision | null;
  readonly error: OperatorError | null;
}

interface Runner {
  readonly helm: Helm;
  readonly cluster: Cluster;
  readonly outside: Pick<Outside, "scratch">;
}

/**
 * Runs `helm upgrade --install --wait`. A failed upgrade is a value; a cancelled one throws OperatorError `cancelled`.
 */
export const upgradeRelease = async (upgrade: Upgrade, { helm, cluster, outside }: Runner): Promise<Upgraded> => {
  const name = releaseNameOf(upgrade.stack.release);
  const values = await copyValues(upgrade.stack, outside.scratch);
  const done = await helm
    .run(upgradeArguments(upgrade, values, cluster.helmFlags), {
      env: cluster.env,
      cwd: values.folder,
      timeoutMs: upgrade.timeoutMs + graceMs,
    })
    .catch((thrown: unknown) => asTimeout(thrown));
  if (done instanceof OperatorError) return { release: await readRevision(name, { helm, cluster }), error: done };
  if (done.code === 0) return { release: deployed(done.stdout, name), error: null };
  const error = upgradeError(done.stderr, upgrade, cluster);
  const unreachable = error.reason === "cluster-unreachable";
  return { release: unreachable ? null : await readRevision(name, { helm, cluster }), error };
};

/** helm was ended because it hung: what it waited for can still be found out. */
const asTimeout = (thrown: unknown): OperatorError => {
  if (thrown instanceof OperatorError && thrown.reason === "timeout") return thrown;
  throw thrown;
};

const deployed = (stdout: string, release: ReleaseName): Revision => {
  const body = JSON.parse(stdout) as JsonObject;
  return {
    ...release,
    revision: numberAt(body, ["version"]),
    base: numberAt(body, ["version"]),
    status: textOrEmpty(body, ["info", "status"]),
    updated: textOrEmpty(body, ["info", "last_deployed"]),
    chart: `${textOrEmpty(body, ["chart", "metadata", "name"])}-${textOrEmpty(body, ["chart", "metadata", "version"])}`,
  };
};

/** helm tells a failure only in prose, also with `-o json`. */
const upgradeError = (said: string, { stack, timeoutMs }: Upgrade, cluster: Cluster): OperatorError => {
  const { release } = stack;
  const stderr = withNamesOfTree(said, stack);
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
