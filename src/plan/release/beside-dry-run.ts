import { allDone } from "../../core/all-done.ts";
import type { Completed } from "../../outside/exec.ts";
import { isPendingStatus, type Revision } from "./helm-release.ts";

/** Whether helm refuses because another helm is at work on the release. */
export const isAtWork = (stderr: string): boolean =>
  /another operation \(install\/upgrade\/rollback\) is in progress/.test(stderr);

/**
 * What is read of a release, and helm's dry run beside it. Another helm may begin its work between the two: then the
 * dry run was refused for a revision that was not read, and both are asked once more.
 */
export const besideDryRun = async <R extends { readonly revision: Revision | null }>(
  read: () => Promise<R>,
  dryRun: () => Promise<Completed>,
): Promise<readonly [R, Completed]> => {
  const both = () => allDone([read(), dryRun()]);
  const [found, dry] = await both();
  const { revision } = found;
  const isSeen = revision !== null && isPendingStatus(revision.status);
  return isAtWork(dry.stderr) && !isSeen ? both() : [found, dry];
};
