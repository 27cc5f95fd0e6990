import type { Environment } from "../outside/environment.ts";
import type { PlanSource } from "./plan.ts";

/** What the runner says of this run. */
export const planSource = (env: Environment): PlanSource => {
  const of = (name: string): string | null => env[name] || null;
  return {
    repository: of("GITHUB_REPOSITORY"),
    ref: of("GITHUB_REF"),
    sha: of("GITHUB_SHA"),
    event: of("GITHUB_EVENT_NAME"),
    runId: of("GITHUB_RUN_ID"),
    runAttempt: of("GITHUB_RUN_ATTEMPT"),
    workflow: of("GITHUB_WORKFLOW"),
  };
};
