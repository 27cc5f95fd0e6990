import { asOperatorError } from "../../core/errors.ts";
import { told } from "../../kubectl/kubectl-failure.ts";
import { commandLine, type Flag } from "../../outside/command-line.ts";
import { isPendingStatus, readRevision } from "../../plan/release/helm-release.ts";
import { releaseNameOf } from "../../stack/release-name.ts";
import { unknownStatus } from "../deploy-report.ts";
import type { Deploying } from "../deploy-request.ts";
import { leftByHelm } from "../leave-no-pending.ts";
import { releaseAfter } from "../release-after.ts";
import type { FormerState } from "./former-state.ts";
import type { RollbackReport } from "./rollback-report.ts";

type ReleaseBack = RollbackReport["release"];

/** helm gives up by itself after its timeout; this is for one that hangs. */
const graceMs = 60_000;

/**
 * Brings the release back by helm: to the revision before, or, of a first install, away. Nothing is waited for: what
 * helm leaves is put right after it, and only then can anything become ready. What helm refuses is a value. One that
 * was ended leaves nothing pending, and what it left is in the ledger. Throws as `readRevision` does, and `cancelled`.
 */
export const rollBackRelease = async (former: FormerState, deploying: Deploying): Promise<ReleaseBack> => {
  const { stack, helm, cluster, outside, deadline, ledger } = deploying;
  const name = releaseNameOf(stack.release);
  const now = await readRevision(name, { helm, cluster });
  const to = former.release?.base ?? null;
  const untouched: ReleaseBack = {
    ...{ name: name.name, namespace: name.namespace, action: "untouched", to, error: null },
    ...{ revision: now?.revision ?? null, status: now?.status ?? null },
  };
  const isNew =
    former.release === null ? now !== null && now.status !== "uninstalled" : now?.revision !== former.release.revision;
  if (!isNew) return untouched;
  const action = to === null ? "uninstalled" : "rolled-back";
  // Ours leaves nothing pending; where it could not help that the ledger has it, or that nobody could look.
  const isOurs = ledger.release?.revision === now?.revision || ledger.release?.status === unknownStatus;
  if (now !== null && isPendingStatus(now.status) && !isOurs)
    return { ...untouched, action, error: "another helm works on the release" };
  const seconds = Math.max(1, Math.ceil(deadline.left() / 1000));
  const common: readonly Flag[] = [["namespace", name.namespace], ["timeout", `${seconds}s`], ...cluster.helmFlags];
  const args =
    to === null
      ? commandLine({
          verb: ["uninstall"],
          // The history of what was uninstalled before is not ours to delete.
          flags: [...(former.hasHistory ? [["keep-history", true] as const] : []), ...common],
          positionals: [name.name],
        })
      : commandLine({
          verb: ["rollback"],
          // What others held before is given back to them afterwards.
          flags: [...(former.serverSide ? [["force-conflicts", true] as const] : []), ...common],
          positionals: [name.name, String(to)],
        });
  outside.log.info(to === null ? `helm uninstall ${name.name}` : `helm rollback ${name.name} ${to}`);
  const done = await helm
    .run(args, { env: cluster.env, timeoutMs: deadline.left() + graceMs })
    .catch(async (thrown) => {
      const error = asOperatorError(thrown);
      if (error === undefined) throw thrown;
      const left = await leftByHelm(name, now?.revision ?? 0, error, deploying);
      ledger.release = releaseAfter(left, now, name);
      throw error;
    });
  const after = await readRevision(name, { helm, cluster });
  return {
    ...untouched,
    action,
    revision: after?.revision ?? null,
    status: after?.status ?? null,
    error: done.code === 0 ? null : told(done.stderr),
  };
};
