import { OperatorError } from "../core/errors.ts";
import type { Mode } from "../core/mode.ts";
import { type Json, valueAt } from "../kubernetes/manifest.ts";
import type { Outside } from "../outside/outside.ts";
import { fullNameAt, pullRequestOf } from "./event-change.ts";
import { githubEvent, isBranchOrTag } from "./github-event.ts";
import { readEvent } from "./read-event.ts";

/**
 * Throws OperatorError `untrusted-event` where the event lets somebody without write access choose what a run in this
 * mode would bring to the cluster, or when. Which commit of the repository it is, the workflow chooses: a tag is
 * deployed by workflow_dispatch.
 */
export const refuseUntrustedEvent = (
  name: string | undefined,
  payload: Json,
  ref = "",
  mode: Mode = "deploy",
): void => {
  const why = name === undefined || name === "" ? null : distrust(name, payload, ref);
  if (why === null) return;
  throw new OperatorError(
    "untrusted-event",
    `mode is ${mode}, and ${why}: somebody who may not write to the repository would choose what reaches the cluster, or when.`,
    mode === "deploy"
      ? "Deploy on push to a protected branch, on workflow_dispatch or on release; use mode check on pull requests."
      : "Run it on push, on workflow_dispatch, or on pull requests from branches of the repository itself; use mode check on those of forks.",
  );
};

/**
 * Reads the runner's event file, then as `refuseUntrustedEvent`: an event that needs its
 * payload and has none is refused.
 */
export const refuseUntrustedRun = async (
  outside: Pick<Outside, "env" | "files">,
  mode: Mode = "deploy",
): Promise<void> =>
  refuseUntrustedEvent(outside.env["GITHUB_EVENT_NAME"], await readEvent(outside), outside.env["GITHUB_REF"], mode);

const distrust = (name: string, payload: Json, ref: string): string | null => {
  const event = githubEvent(name);
  switch (event?.by) {
    case undefined:
      return `nobody knows who can trigger the event ${name}`;
    case "anybody":
      return `the event is ${name}, which a stranger can trigger`;
    case "writers":
      return event?.own === "branch-or-tag" && !isBranchOrTag(ref)
        ? `the ${name} is for a commit, and not for a branch or a tag of the repository`
        : null;
    case "earlier-run":
      return ofEarlierRun(payload);
    case "pull-request":
      return ofPullRequest(payload);
  }
};

/** Who could start the earlier run can start this one. */
const ofEarlierRun = (payload: Json): string | null => {
  const home = fullNameAt(payload, ["repository"]);
  const head = fullNameAt(payload, ["workflow_run", "head_repository"]);
  if (head === null || head !== home) return `the workflow_run is for a commit of ${head ?? "an unknown repository"}`;
  const name = String(valueAt(payload, ["workflow_run", "event"]));
  const by = githubEvent(name)?.by;
  return by === "writers" || by === "pull-request"
    ? null
    : `the workflow_run follows a run on ${name}, which a stranger may have triggered`;
};

const ofPullRequest = (payload: Json): string | null => {
  const pull = pullRequestOf(payload);
  return pull === null || pull.isFork
    ? `the pull request comes from ${pull?.head.repository ?? "an unknown repository"}, a fork`
    : null;
};
