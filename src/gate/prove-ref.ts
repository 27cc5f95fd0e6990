import { allowedRef } from "./allowed-ref.ts";
import type { DeployTarget } from "./deploy-target.ts";

/** Whether a ref may deploy: clauses where not. */
interface RefProof {
  readonly missing: readonly string[];
  readonly ref: string | null;
}

/** `ref` is the run's, in full; empty where it is of none, as a deployment of a commit is. */
export const proveRef = (target: DeployTarget, ref: string, defaultBranch: string | null): RefProof => {
  if (ref === "") return { missing: ["the run is of no branch and of no tag"], ref: null };
  const patterns = target.refs ?? (defaultBranch === null ? null : [`refs/heads/${defaultBranch}`]);
  if (patterns === null)
    return { missing: ["the target names no `refs`, and which branch is the default one is not known"], ref };
  // A branch may have a star in no name of its own, so that one is no pattern.
  if (allowedRef(ref, patterns)) return { missing: [], ref };
  const allowed = target.refs === null ? `${defaultBranch}, the default branch` : patterns.join(", ");
  return { missing: [`the run is of ${ref}, and only ${allowed} may deploy`], ref };
};
