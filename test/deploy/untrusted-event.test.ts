import { describe, expect, test } from "vitest";
import { refuseUntrustedEvent, refuseUntrustedRun } from "../../src/deploy/untrusted-event.ts";

const repository = { full_name: "acme/stack" };
const pull = (head: unknown) => ({ repository, pull_request: { head: { repo: head }, base: { repo: repository } } });
const run = (head: unknown) => ({ repository, workflow_run: { head_repository: head } });

describe("events that let a stranger choose what is deployed", () => {
  test.each([
    ["pull_request", pull({ full_name: "mallory/stack" })],
    ["pull_request", pull(null)],
    ["pull_request", null],
    ["pull_request_review", pull({ full_name: "mallory/stack" })],
    ["pull_request_target", pull(repository)],
    ["workflow_run", run({ full_name: "mallory/stack" })],
    ["workflow_run", run(null)],
    ["workflow_run", {}],
  ])("%s with %j", (event, payload) => {
    expect(() => refuseUntrustedEvent(event, payload)).toThrow(expect.objectContaining({ reason: "untrusted-event" }));
  });
});

describe("events of people who may write", () => {
  test.each([
    ["pull_request", pull({ full_name: "Acme/Stack" })],
    ["workflow_run", run(repository)],
    ["push", {}],
    ["workflow_dispatch", null],
    [undefined, null],
  ])("%s with %j", (event, payload) => {
    expect(() => refuseUntrustedEvent(event, payload)).not.toThrow();
  });
});

const files = (text: string | null) => ({
  read: async (path: string) => (path === "/event.json" ? text : null),
  write: () => Promise.reject(new Error("not here")),
  isFolder: async () => false,
});

test("the runner's event file decides; one that is missing or broken trusts nobody", async () => {
  const env = { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: "/event.json" };
  const own = JSON.stringify(pull(repository));
  await expect(refuseUntrustedRun({ env, files: files(own) })).resolves.toBeUndefined();
  for (const text of [null, "{", JSON.stringify(pull({ full_name: "mallory/stack" }))])
    await expect(refuseUntrustedRun({ env, files: files(text) })).rejects.toMatchObject({ reason: "untrusted-event" });
});
