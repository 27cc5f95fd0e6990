import { OperatorError } from "../core/errors.ts";
import type { Outside } from "../outside/outside.ts";
import { githubEvent, isBranchOrTag } from "./github-event.ts";

/**
 * Throws OperatorError `untrusted-event` where the event lets somebody without write access choose what would be deployed, or when. Which commit of the repository it is,
 * the workflow chooses: a tag is deployed by workflow_dispatch.
 */
export const refuseUntrustedEvent = (name: string | undefined, payload: unknown, ref = ""): void => {
  const why = name === undefined || name === "" ? null : distrust(name, payload, ref);
  if (why === null) return;
  throw new OperatorError(
    "untrusted-event",
    `mode is deploy, and ${why}: somebody who may not write to the repository would choose what reaches the cluster, or when.`,
    "Deploy on push to a protected branch, on workflow_dispatch or on release; use mode check on pull requests.",
  );
};

/** Reads the runner's event file, then as `refuseUntrustedEvent`: an event that needs its payload and has none is refused. */
export const refuseUntrustedRun = async ({ env, files }: Pick<Outside, "env" | "files">): Promise<void> => {
  const file = env["GITHUB_EVENT_PATH"];
  const text = file ? await files.read(file) : null;
  refuseUntrustedEvent(env["GITHUB_EVENT_NAME"], text === null ? null : parse(text), env["GITHUB_REF"]);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const distrust = (name: string, payload: unknown, ref: string): string | null => {
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
const ofEarlierRun = (payload: unknown): string | null => {
  const run = field(payload, "workflow_run");
  const home = fullName(field(payload, "repository"));
  const head = fullName(field(run, "head_repository"));
  if (head === null || head !== home) return `the workflow_run is for a commit of ${head ?? "an unknown repository"}`;
  const name = String(field(run, "event"));
  const by = githubEvent(name)?.by;
  return by === "writers" || by === "pull-request"
    ? null
    : `the workflow_run follows a run on ${name}, which a stranger may have triggered`;
};

const ofPullRequest = (payload: unknown): string | null => {
  const pull = field(payload, "pull_request");
  const base = fullName(field(field(pull, "base"), "repo"));
  // A fork that was deleted in the meantime leaves null here.
  const head = fullName(field(field(pull, "head"), "repo"));
  return head !== null && head === base
    ? null
    : `the pull request comes from ${head ?? "an unknown repository"}, a fork`;
};

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

const fullName = (repository: unknown): string | null => {
  const name = field(repository, "full_name");
  return typeof name === "string" && name !== "" ? name.toLowerCase() : null;
};
