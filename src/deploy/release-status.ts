import { OperatorError } from "../core/errors.ts";
import { accessFailure, told } from "../kubectl/kubectl-failure.ts";
import { numberAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import { isObject, type Json } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import type { Helm } from "../outside/helm.ts";
import type { DeployReport } from "./deploy-report.ts";

/** A revision of a release, by helm's own words. */
export type ReleaseState = NonNullable<DeployReport["release"]> & {
  readonly updated: string;
  /** `name-version` of the chart. */
  readonly chart: string;
};

/**
 * The newest revision of a release, or null where there is none. Throws OperatorError `unauthorized`,
 * `cluster-unreachable` or `apply-failed`.
 */
export const readRelease = async (
  name: string,
  namespace: string,
  { helm, cluster }: { readonly helm: Helm; readonly cluster: Cluster },
): Promise<ReleaseState | null> => {
  const args = commandLine({
    verb: ["history"],
    flags: [["namespace", namespace], ["max", "1"], ["output", "json"], ...cluster.helmFlags],
    positionals: [name],
  });
  const done = await helm.run(args, { env: cluster.env, timeoutMs: 60_000 });
  if (done.code === 0) return newest(JSON.parse(done.stdout) as Json, name, namespace);
  if (/release: not found/.test(done.stderr)) return null;
  throw (
    accessFailure(done.stderr, cluster) ??
    new OperatorError(
      "apply-failed",
      `helm cannot read the history of release ${namespace}/${name}: ${told(done.stderr)}`,
      "Nothing was changed. Run `helm history` by hand with the same kubeconfig.",
    )
  );
};

const newest = (history: Json, name: string, namespace: string): ReleaseState | null => {
  const last = Array.isArray(history) ? history.at(-1) : undefined;
  if (!isObject(last)) return null;
  return {
    name,
    namespace,
    revision: numberAt(last, ["revision"]),
    status: textOrEmpty(last, ["status"]),
    updated: textOrEmpty(last, ["updated"]),
    chart: textOrEmpty(last, ["chart"]),
  };
};
