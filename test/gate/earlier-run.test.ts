import { describe, expect, test } from "vitest";
import { earlierRunOf } from "../../src/gate/earlier-run.ts";
import { workflowRun } from "./workflow-run.ts";

const env = { GITHUB_EVENT_NAME: "workflow_run", GITHUB_REPOSITORY: "Acme/stack" };
const none = (isWrongEvent: boolean) => ({ nothing: expect.any(String), isWrongEvent });

describe("the run that an event follows", () => {
  test("is told with its commit, and with where that was proposed from", () => {
    expect(earlierRunOf(env, workflowRun())).toEqual({
      ...{ id: 4711, headSha: "2".repeat(40) },
      head: { repository: "mallory/stack", owner: "mallory", branch: "gpu" },
    });
  });

  test.each([{ head_repository: null }, { head_branch: null }, { head_repository: { full_name: "mallory/stack" } }])(
    "has a commit, too, where %j is all that there is of the place",
    (more) => {
      expect(earlierRunOf(env, workflowRun(more))).toEqual({ id: 4711, headSha: "2".repeat(40), head: null });
    },
  );

  test.each(["push", "merge_group", "pull_request_target", "workflow_dispatch", "unheard_of", null, 7])(
    "is none of a pull request where its event is %j",
    (event) => expect(earlierRunOf(env, workflowRun({ event }))).toEqual(none(false)),
  );

  test.each(["cancelled", "skipped", "timed_out", "action_required", null])(
    "is none that ended where it is %j",
    (conclusion) => expect(earlierRunOf(env, workflowRun({ conclusion }))).toEqual(none(false)),
  );

  test.each([
    { id: 0 },
    { id: "4711" },
    { id: 2 ** 60 },
    { id: 1.5 },
    { head_sha: "2".repeat(39) },
    { head_sha: "main" },
    { head_sha: ["2".repeat(40)] },
    { repository: { full_name: "mallory/stack" } },
    { repository: null },
  ])("is not believed where its event says %j", (more) =>
    expect(earlierRunOf(env, workflowRun(more))).toEqual(none(true)),
  );

  test.each([
    [{ GITHUB_EVENT_NAME: "pull_request_target" }, workflowRun()],
    [{ GITHUB_EVENT_NAME: "push" }, workflowRun()],
    [{ GITHUB_EVENT_NAME: undefined }, workflowRun()],
    [{ GITHUB_REPOSITORY: "acme/other" }, workflowRun()],
    [{ GITHUB_REPOSITORY: undefined }, workflowRun()],
    [{}, null],
    [{}, {}],
    [{}, { ...workflowRun(), repository: { full_name: "mallory/stack" } }],
    [{}, { repository: { full_name: "acme/stack" }, workflow_run: [] }],
  ])("is none on another event, or one of another repository: %j", (more, payload) =>
    expect(earlierRunOf({ ...env, ...more }, payload)).toEqual(none(true)),
  );
});
