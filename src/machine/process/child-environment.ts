/**
 * What no command of ours gets, whatever its caller passed: the step's inputs and state (they hold passwords), the
 * runner's files and tokens for its own protocol, tokens for GitHub and npm, and what makes Node run other code.
 */
const secret =
  /^(?:INPUT_|STATE_|ACTIONS_|GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$|(?:GITHUB|GH)_(?:ENTERPRISE_)?TOKEN$|NODE_OPTIONS$|NODE_AUTH_TOKEN$|NPM_TOKEN$)/i;

/**
 * With these a job proves to a cloud who it is: credential plugins of a cluster ask for them, and nothing else does.
 */
const identity = /^ACTIONS_ID_TOKEN_/i;

/** Whose environment it is. */
export interface Child {
  /** As in Command. */
  readonly reachesCluster: boolean;
  /**
   * The runner's RUNNER_TRACKING_ID: it ends what is left over of a job by this variable, also
   * after this process was killed.
   */
  readonly trackingId: string | undefined;
}

/** The environment of a command, from what its caller passed. */
export const childEnvironment = (
  env: Readonly<Record<string, string>>,
  { reachesCluster, trackingId }: Child,
): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(env).filter(([name]) => !secret.test(name) || (reachesCluster && identity.test(name))),
  ),
  ...(trackingId === undefined ? {} : { RUNNER_TRACKING_ID: trackingId }),
});
