import { OperatorError } from "../errors.ts";
import type { Outside } from "../outside/outside.ts";

/** Throws OperatorError `untrusted-event` where the event lets somebody without write access choose what would be deployed. */
export const refuseUntrustedEvent = (event: string | undefined, payload: unknown): void => {
  const why = distrust(event, payload);
  if (why === null) return;
  throw new OperatorError(
    "untrusted-event",
    `mode is deploy, and ${why}: whoever opened it would choose what reaches the cluster.`,
    "Deploy on push to a protected branch, on workflow_dispatch or on release; use mode check on pull requests.",
  );
};

/** Reads the runner's event file, then as `refuseUntrustedEvent`: an event that needs its payload and has none is refused. */
export const refuseUntrustedRun = async ({ env, files }: Pick<Outside, "env" | "files">): Promise<void> => {
  const file = env["GITHUB_EVENT_PATH"];
  const text = file ? await files.read(file) : null;
  refuseUntrustedEvent(env["GITHUB_EVENT_NAME"], text === null ? null : parse(text));
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const pullRequestEvents = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);

const distrust = (event: string | undefined, payload: unknown): string | null => {
  if (event === "pull_request_target") return "the event is pull_request_target, which a fork can trigger";
  if (event === "workflow_run") {
    const home = fullName(field(payload, "repository"));
    const head = fullName(field(field(payload, "workflow_run"), "head_repository"));
    return head !== null && head === home
      ? null
      : `the workflow_run is for a commit of ${head ?? "an unknown repository"}`;
  }
  if (event === undefined || !pullRequestEvents.has(event)) return null;
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
