import { asOperatorError } from "../core/errors.ts";
import { noTime } from "../kubectl/deadline.ts";
import { told } from "../kubectl/kubectl-failure.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import type { Completed } from "../outside/exec.ts";
import { secretsOfBodies } from "../plan/hidden/redact.ts";
import type { Hide } from "../secrets/hide-secrets.ts";
import { mapSecretsInText } from "../secrets/secrets-in-text.ts";
import type { DeployRequest } from "./deploy-request.ts";

/** A container whose log is of interest. */
export interface LoggingContainer {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** Whether the log is that of the run before, which crashed. */
  readonly previous: boolean;
}

/** The last lines, without secrets; `noLog` says why there are none. */
export interface LogTail {
  readonly log: readonly string[];
  readonly noLog: string | null;
}

const lines = 20;
/** Characters of a line that are shown. */
const longestLine = 500;
/** The API server asks the kubelet for it, and a node that is gone answers nobody. */
const limitSeconds = 10;

/** The end of a container's log. Whatever keeps it from us is a value: it is evidence of another thing. */
export const readLogTail = async (
  { namespace, pod, container, previous }: LoggingContainer,
  { cluster, hide }: { readonly cluster: Pick<Cluster, "kubectl">; readonly hide: Hide },
): Promise<LogTail> => {
  const done = await cluster
    .kubectl(
      commandLine({
        verb: ["logs", `--tail=${lines}`, "--limit-bytes=65536"],
        flags: [
          ["namespace", namespace],
          ["container", container],
          ["request-timeout", `${limitSeconds}s`],
          ...(previous ? [["previous", true] as const] : []),
        ],
        positionals: [pod],
      }),
      // The API server passes on how it fails to reach the node: that reads as if it did not answer itself.
      { timeoutMs: (limitSeconds + 5) * 1000, patience: noTime },
    )
    .catch(asSilence);
  if (done.code !== 0) return { log: [], noLog: hide(told(done.stderr)).slice(0, longestLine) };
  // Hidden whole: a secret may stand on several lines.
  const log = hide(done.stdout)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.slice(0, longestLine));
  return { log, noLog: log.length === 0 ? "it has written nothing" : null };
};

const asSilence = (thrown: unknown): Pick<Completed, "code" | "stdout" | "stderr"> => {
  if (asOperatorError(thrown)?.reason !== "timeout") throw thrown;
  return { code: 1, stdout: "", stderr: `no answer within ${limitSeconds} s` };
};

/** What takes secrets out of a log: those of tree, render and cluster, and whatever stands under the name of one. */
export const logHider = ({ planned, hiderWith }: Pick<DeployRequest, "planned" | "hiderWith">): Hide => {
  const bodies = planned.drafts.flatMap(({ live, wanted, after }) =>
    [live, wanted, after].filter((one) => one !== null),
  );
  const hide = hiderWith(secretsOfBodies(bodies));
  return (text) => mapSecretsInText(hide(text), () => "***");
};
