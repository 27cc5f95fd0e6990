import { OperatorError } from "../core/errors.ts";
import { accessFailure, conflictsIn, told } from "../kubectl/kubectl-failure.ts";
import { type PassingTrouble, passingTrouble } from "../kubectl/passing-trouble.ts";
import { numberAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Completed } from "../outside/exec.ts";
import type { Helm } from "../outside/helm.ts";
import type { Outside } from "../outside/outside.ts";
import { isAtWork } from "../plan/release/beside-dry-run.ts";
import type { Revision } from "../plan/release/helm-release.ts";
import { type Upgrade, upgradeArguments } from "../plan/release/upgrade-arguments.ts";
import { copyValues, withNamesOfTree } from "../render/chart/copy-values.ts";
import { type ReleaseName, releaseNameOf } from "../stack/release-name.ts";

/** helm gives up by itself after its timeout, and notes that; this is for one that hangs, or waits for hooks too. */
const graceMs = 5000;

/** How one helm ended: with a release, or with an error. */
export type HelmEnd =
  | { readonly release: Revision }
  | { readonly error: OperatorError; readonly trouble: PassingTrouble | null };

/** Where helm runs. */
export interface Runner {
  readonly helm: Helm;
  readonly cluster: Cluster;
  readonly outside: Pick<Outside, "scratch">;
}

/** Runs `helm upgrade --install --wait` once. However it failed or was ended is a value. */
export const runUpgrade = async (upgrade: Upgrade, { helm, cluster, outside }: Runner): Promise<HelmEnd> => {
  const name = releaseNameOf(upgrade.stack.release);
  const values = await copyValues(upgrade.stack, outside.scratch);
  const done = await helm
    .run(upgradeArguments(upgrade, values, helm, cluster.helmFlags), {
      env: cluster.env,
      cwd: values.folder,
      timeoutMs: upgrade.timeoutMs + graceMs,
    })
    .catch(asEnded);
  if (done instanceof OperatorError) return { error: done, trouble: null };
  if (done.code === 0) return { release: deployed(done.stdout, name) };
  return { error: upgradeError(done, upgrade, cluster), trouble: passingTrouble(done.stderr) };
};

/** helm was ended, because it hung or because the run is: what it left can still be found out. */
const asEnded = (thrown: unknown): OperatorError => {
  if (thrown instanceof OperatorError) return thrown;
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

/** A helm of nobody who takes our lock began its revision between two looks of ours, which then begins none. */
const wasFaster = (stderr: string): boolean =>
  /cannot re-?use a name that is still in use|release: already exists/.test(stderr);

/** helm tells a failure only in prose, also with `-o json`. */
const upgradeError = ({ code, stderr: said }: Completed, upgrade: Upgrade, cluster: Cluster): OperatorError => {
  const { stack, timeoutMs } = upgrade;
  const { release } = stack;
  const stderr = withNamesOfTree(said, stack);
  const which = `helm upgrade of release ${release.namespace.value}/${release.name.value}`;
  const what = `${which} failed: ${told(stderr)}`;
  if (code > 128)
    return new OperatorError(
      "apply-failed",
      `${which} was ended from outside (signal ${code - 128}).`,
      "Look at what ends programs on this runner, e.g. a lack of memory, and deploy again.",
    );
  if (conflictsIn(stderr).length > 0 || /invalid ownership metadata/.test(stderr))
    return new OperatorError(
      "owned-elsewhere",
      what,
      "Another manager or release holds what the chart sets, and it is not taken from it: remove the object or the setting there, or turn it off in the chart's values.",
    );
  if (isAtWork(stderr) || wasFaster(stderr))
    return new OperatorError("release-pending", what, "Wait for the other deploy, then deploy again.");
  const access = accessFailure(stderr, cluster);
  if (access !== null) return access;
  if (/timed out|deadline exceeded|not ready/.test(stderr))
    return new OperatorError(
      "timeout",
      what,
      `Mend what is not ready, or give the rollout more than ${Math.ceil(timeoutMs / 1000)} s with the input timeout.`,
    );
  return new OperatorError(
    "apply-failed",
    what,
    /namespaces? ".*" not found/.test(stderr)
      ? "Add the namespace to base, or --create-namespace to the helm line of upstream/install.sh."
      : "Correct what helm names in the values or the chart, and deploy again.",
  );
};
