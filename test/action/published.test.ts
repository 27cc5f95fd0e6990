import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { githubRest } from "../loopback-servers/github-rest.ts";
import { runIn, sarifErrors } from "../report/sarif/sarif-schema.ts";
import { type Disk, runBad } from "./spoiled-stack.ts";

const timeout = 120_000;
const monitor = "prometheus-stack/overlays/servicemonitors/dcgm-exporter.yaml";
const sha = "2".repeat(40);

/** A monitor whose port is not there, and the event of a fork's pull request. */
const spoil = (disk: Disk): void => {
  disk.replace(monitor, "port: gpu-metrics", "port: no-port");
  const end = (full_name: string) => ({ sha, repo: { full_name } });
  const pull_request = { number: 7, base: end("acme/stack"), head: end("mallory/stack") };
  writeFileSync(join(disk.outside, "event.json"), JSON.stringify({ pull_request }));
};

const asked = (api: string) => ({
  spoil,
  inputs: { "github-token": "ghs_hunter2hunter2", "check-run": "true", comment: "always" },
  env: {
    ...{ GITHUB_API_URL: api, GITHUB_REPOSITORY: "acme/stack", GITHUB_WORKFLOW: "CI" },
    ...{ GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: "$OUTSIDE/event.json" },
  },
});

describe.concurrent("what the action tells GitHub", () => {
  test("is a comment, a check run of the pull request's head and report.sarif, each of the same finding", {
    timeout,
  }, async () => {
    const api = await githubRest();
    await runBad(asked(api.url), (run) => {
      expect(run.outputs).toMatchObject({ conclusion: "failure", "comment-id": "1000" });
      for (const name of ["load", "render", "check"])
        expect(run.output).toMatch(
          new RegExp(`^::group::${name}\\n[\\s\\S]*?^::endgroup::\\n${name} passed in [\\d.]+ s$`, "m"),
        );
      const sarif = readFileSync(run.outputs["sarif-path"] ?? "", "utf8");
      expect(sarifErrors(sarif)).toEqual([]);
      const [result] = runIn(sarif).results ?? [];
      expect(result).toMatchObject({ ruleId: "servicemonitor-port-not-found" });
      expect(result?.partialFingerprints?.["primaryLocationLineHash"]).toMatch(/^[0-9a-f]+:1$/);
    });
    expect(api.faults).toEqual([]);
    expect(api.kept).toHaveLength(1);
    expect(api.kept[0]?.body).toMatch(
      /^<!-- prometheus-stack-action [0-9a-f]{32} -->\n<!-- prometheus-stack-action-state [\w-]+ -->\n## ❌ /,
    );
    expect(api.checkRuns).toHaveLength(1);
    expect(api.checkRuns[0]).toMatchObject({ head_sha: sha, conclusion: "failure" });
    expect(JSON.stringify(api.checkRuns[0])).toContain(monitor);
  });

  test("is a comment, too, on a run that could not begin: an older one would say that all is well", {
    timeout,
  }, async () => {
    const api = await githubRest();
    const { inputs, ...rest } = asked(api.url);
    await runBad({ ...rest, inputs: { ...inputs, "fail-on": "info" } }, (run) => {
      expect(run.outputs).toMatchObject({ "failure-reason": "invalid-input", "sarif-path": "", "comment-id": "1000" });
    });
    expect(api.kept[0]?.body).toContain("fail-on is");
    expect(api.checkRuns[0]).toMatchObject({ head_sha: sha, conclusion: "failure" });
  });

  test("is left out where the token may only read: a notice names each permission, and the outcome is the same", {
    timeout,
  }, async () => {
    const api = await githubRest({ refused: { "checks/create": 403, "issues/create-comment": 403 } });
    await runBad(asked(api.url), (run) => {
      expect(run.outputs).toMatchObject({ conclusion: "failure", "failure-reason": "findings" });
      expect(run.outputs["comment-id"] ?? "").toBe("");
      expect(run.output).toMatch(/^::notice title=No check run::.*permission checks: write\. Runs of forks/m);
      expect(run.output).toMatch(/^::notice title=No comment::.*permission pull-requests: write\. Runs of forks/m);
      expect(run.output).toContain("::error title=servicemonitor-port-not-found");
      expect(run.output).not.toContain("Resource not accessible");
    });
    expect(api.kept).toEqual([]);
  });
});

// By itself, for its server has to outlive three runs.
test("a certain repair is told as a suggestion, on the line that the change wrote; not once more, and mended with it", {
  timeout,
}, async () => {
  const good = readFileSync(join(import.meta.dirname, "../../fixtures", monitor), "utf8");
  const bad = good.replace("port: gpu-metrics", "port: no-port");
  const line = bad.split("\n").findIndex((text) => text.includes("no-port")) + 1;
  const sha = createHash("sha1")
    .update(`blob ${Buffer.byteLength(bad)}\0${bad}`)
    .digest("hex");
  const patch = `@@ -${line} +${line} @@\n-${good.split("\n")[line - 1]}\n+${bad.split("\n")[line - 1]}`;
  const api = await githubRest({ files: [{ path: monitor, sha, patch }] });
  const given = asked(api.url);
  const suggesting = { ...given, inputs: { "github-token": "ghs_hunter2hunter2", suggestions: "true" } };
  for (const round of ["first", "second"])
    await runBad(suggesting, (run) => expect(run.outputs["failure-reason"], round).toBe("findings"));
  expect(api.reviews).toHaveLength(1);
  expect(api.reviewed).toHaveLength(1);
  expect(Object(api.reviews[0]?.["comments"])[0]).toMatchObject({ path: monitor, side: "RIGHT", line });
  expect(api.reviewed[0]?.body).toContain("```suggestion\n");
  const mended = (disk: Disk): void => {
    spoil(disk);
    disk.replace(monitor, "port: no-port", "port: gpu-metrics");
  };
  await runBad({ ...suggesting, spoil: mended }, (run) => expect(run.outputs["conclusion"]).toBe("success"));
  expect(api.reviewed[0]?.body).toMatch(/ mended -->\n✅ Mended/);
  expect(api.faults).toEqual([]);
});
