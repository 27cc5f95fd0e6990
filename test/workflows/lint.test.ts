import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { tool } from "../tools-dir.ts";

const repository = resolve(import.meta.dirname, "../..");

test("actionlint passes on our workflows", async () => {
  const { status, stdout, stderr } = spawnSync(await tool("actionlint"), [], { cwd: repository, encoding: "utf8" });
  expect(`${stdout}${stderr}`).toBe("");
  expect(status).toBe(0);
});

test("zizmor passes on our workflows and the action", async () => {
  const { status, stdout, stderr } = spawnSync(
    await tool("zizmor"),
    ["--offline", "--no-progress", "--format=plain", ".github/workflows", ".github/dependabot.yml", "action.yml"],
    { cwd: repository, encoding: "utf8" },
  );
  expect(status, `${stdout}${stderr}`).toBe(0);
});

/** Blocks of a page that are whole workflows. */
const workflowsIn = (page: string): readonly string[] =>
  [...readFileSync(join(repository, page), "utf8").matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, text = ""]) => text)
    .filter((text) => {
      const value: unknown = parse(text);
      return Object(value).on !== undefined && Object(value).jobs !== undefined;
    });

describe.each([
  ["README.md", 3, "a check, a deploy, and a plan that is approved"],
  ["docs/results.md", 2, "a check, and what publishes its report"],
] as const)("the workflows of %s", (page, count, what) => {
  const workflows = workflowsIn(page);

  test(`are ${what}`, () => {
    expect(workflows).toHaveLength(count);
  });

  test("pass actionlint and zizmor, and give the action no input that it has not", async () => {
    const dir = mkdtempSync(join(tmpdir(), "prometheus-stack-workflows-"));
    try {
      execFileSync("git", ["init", "--quiet", dir]);
      const folder = join(dir, ".github/workflows");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(dir, "action.yml"), readFileSync(join(repository, "action.yml")));
      for (const [number, text] of workflows.entries()) {
        writeFileSync(join(folder, `${number}.yml`), text);
        // actionlint knows the inputs of an action that lies in the repository.
        const local = text.replaceAll("prometheus-stack-action/prometheus-stack-action@main", "./");
        writeFileSync(join(folder, `local-${number}.yml`), local);
      }
      // actionlint 1.7.12 does not know `queue` yet, which GitHub has since May 2026.
      const ignored = ["-ignore", 'unexpected key "queue" for "concurrency" section', "-ignore", "file .*dist"];
      const linted = spawnSync(await tool("actionlint"), ignored, { cwd: dir, encoding: "utf8" });
      expect(`${linted.stdout}${linted.stderr}`).toBe("");
      const flags = ["--offline", "--no-progress", "--format=plain", "--no-exit-codes"];
      const { stdout } = spawnSync(
        await tool("zizmor"),
        [...flags, ...workflows.map((_, n) => join(folder, `${n}.yml`))],
        {
          encoding: "utf8",
        },
      );
      // Whose action it is, and that a release's SHA is better than main, is what the page says itself.
      expect(
        stdout
          .split(/^(?=(?:error|warning|info|help)\[)/m)
          .filter((finding) => /^\w+\[/.test(finding) && !/^error\[unpinned-uses\]/.test(finding)),
      ).toEqual([]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
