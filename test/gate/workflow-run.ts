import type { JsonObject } from "../../src/kubernetes/manifest.ts";

/** The event that follows the run of a fork's pull request; `more` is of that run. */
export const workflowRun = (more: JsonObject = {}): JsonObject => ({
  action: "completed",
  repository: { full_name: "acme/stack" },
  workflow_run: {
    ...{ id: 4711, event: "pull_request", conclusion: "failure", head_sha: "2".repeat(40), head_branch: "gpu" },
    repository: { full_name: "acme/stack" },
    head_repository: { full_name: "mallory/stack", owner: { login: "mallory" } },
    // Of forks it names none.
    pull_requests: [],
    ...more,
  },
});
