import { describe, expect, test } from "vitest";
import type { Mode } from "../../src/core/mode.ts";
import { refuseUntrustedEvent, refuseUntrustedRun } from "../../src/gate/untrusted-event.ts";
import type { Json } from "../../src/kubernetes/manifest.ts";

const repository = { full_name: "acme/stack" };
const pull = (head: Json) => ({ repository, pull_request: { head: { repo: head }, base: { repo: repository } } });
const run = (head: Json, event = "push") => ({ repository, workflow_run: { head_repository: head, event } });
const branch = "refs/heads/main";

const ofAnybody = ["issue_comment", "issues", "discussion", "discussion_comment", "fork", "watch", "gollum", "status"];
const moreOfAnybody = ["label", "milestone", "check_run", "check_suite", "page_build", "image_version"];
const unknown = ["registry_package", "workflow_call", "sponsorship", "constructor", "PUSH"];

describe("events that let a stranger choose what is deployed, or when", () => {
  test.each<readonly [string, Json]>([
    ["pull_request", pull({ full_name: "mallory/stack" })],
    ["pull_request", pull(null)],
    ["pull_request", null],
    ["pull_request_review", pull({ full_name: "mallory/stack" })],
    ["pull_request_target", pull(repository)],
    ["workflow_run", run({ full_name: "mallory/stack" })],
    ["workflow_run", run(null)],
    ["workflow_run", {}],
    ["workflow_run", run(repository, "issue_comment")],
    ["workflow_run", run(repository, "pull_request_target")],
    ["workflow_run", run(repository, "workflow_run")],
    ["workflow_run", run(repository, "dynamic")],
    ["workflow_run", { repository, workflow_run: { head_repository: repository } }],
    ...[...ofAnybody, ...moreOfAnybody, ...unknown].map((event) => [event, {}] as const),
  ])("%s with %j", (event, payload) => {
    const refused = () => refuseUntrustedEvent(event, payload, branch);
    expect(refused).toThrow(expect.objectContaining({ reason: "untrusted-event" }));
  });

  test.each(["deployment", "deployment_status"])("%s of a commit, which may be a fork's", (event) => {
    for (const ref of ["", undefined, "refs/pull/7/head", "1".repeat(40)])
      expect(() => refuseUntrustedEvent(event, {}, ref)).toThrow("is for a commit");
    expect(() => refuseUntrustedEvent(event, {}, branch)).not.toThrow();
    expect(() => refuseUntrustedEvent(event, {}, "refs/tags/v1")).not.toThrow();
  });
});

describe("events of people who may write", () => {
  test.each<readonly [string | undefined, Json]>([
    ["pull_request", pull({ full_name: "Acme/Stack" })],
    ["workflow_run", run(repository)],
    ["workflow_run", run(repository, "pull_request")],
    ["push", {}],
    ["workflow_dispatch", null],
    ["schedule", null],
    ["repository_dispatch", {}],
    ["release", {}],
    ["create", {}],
    ["merge_group", {}],
    ["", null],
    [undefined, null],
  ])("%s with %j", (event, payload) => {
    expect(() => refuseUntrustedEvent(event, payload, branch)).not.toThrow();
  });
});

const files = (text: string | null) => ({
  read: async (path: string) => (path === "/event.json" ? text : null),
  readBytes: async () => null,
  write: () => Promise.reject(new Error("not here")),
  isFolder: async () => false,
  real: async () => null,
});

test("the runner's event file decides; one that is missing or broken trusts nobody", async () => {
  const env = { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: "/event.json" };
  const own = JSON.stringify(pull(repository));
  await expect(refuseUntrustedRun({ env, files: files(own) })).resolves.toBeUndefined();
  for (const text of [null, "{", JSON.stringify(pull({ full_name: "mallory/stack" }))])
    await expect(refuseUntrustedRun({ env, files: files(text) })).rejects.toMatchObject({ reason: "untrusted-event" });
});

test("the mode is named, and the way out of it", () => {
  const refusal = (mode: Mode) => () => refuseUntrustedEvent("issues", {}, branch, mode);
  expect(refusal("deploy")).toThrow(
    expect.objectContaining({
      message: expect.stringContaining("mode is deploy, and"),
      hint: expect.stringContaining("Deploy on push"),
    }),
  );
  const plan = "plan" as Mode;
  expect(refusal(plan)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining("mode is plan, and"),
      hint: expect.stringContaining("pull requests from branches of the repository itself"),
    }),
  );
  expect(() => refuseUntrustedEvent("pull_request", pull(repository), "refs/pull/7/merge", plan)).not.toThrow();
});
