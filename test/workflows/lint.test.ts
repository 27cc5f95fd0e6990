import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { tool } from "../tools-dir.ts";
import { ourAction, pages, pageWorkflows } from "./page-workflows.ts";

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

const ours = "prometheus-stack-action/prometheus-stack-action@";

describe("the workflows of the pages", () => {
  const workflows = pageWorkflows();
  const countOf = (page: string): number => workflows.filter(({ name }) => name.startsWith(`${page}-`)).length;

  test("are those of the guides: a check, deploys with and without approval, three clouds, private charts, and reports of forks", () => {
    expect(countOf("first-pull-request")).toBe(1);
    expect(countOf("gated-deploy")).toBe(5);
    expect(countOf("private-and-air-gapped")).toBe(2);
    expect(countOf("results")).toBe(2);
  });

  test("name every other action by the SHA of a release", () => {
    const used = pages.flatMap((page) =>
      [...readFileSync(join(repository, page), "utf8").matchAll(/^\s*(?:- )?uses: (\S+)(.*)$/gm)]
        .map(([, uses = "", comment = ""]) => `${uses}${comment}`)
        .filter((uses) => !uses.startsWith(ours)),
    );
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((uses) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))).toEqual([]);
  });

  test("pass actionlint and zizmor, and give the action no input that it has not", async () => {
    const dir = mkdtempSync(join(tmpdir(), "prometheus-stack-workflows-"));
    try {
      execFileSync("git", ["init", "--quiet", dir]);
      const folder = join(dir, ".github/workflows");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(dir, "action.yml"), readFileSync(join(repository, "action.yml")));
      for (const { name, text } of workflows) {
        writeFileSync(join(folder, `${name}.yml`), text);
        // actionlint knows the inputs of an action that lies in the repository.
        writeFileSync(join(folder, `local-${name}.yml`), text.replaceAll(ourAction, "./"));
      }
      // actionlint 1.7.12 does not know `queue` yet, which GitHub has since May 2026.
      const ignored = ["-ignore", 'unexpected key "queue" for "concurrency" section', "-ignore", "file .*dist"];
      const linted = spawnSync(await tool("actionlint"), ignored, { cwd: dir, encoding: "utf8" });
      expect(`${linted.stdout}${linted.stderr}`).toBe("");
      const flags = ["--offline", "--no-progress", "--format=plain", "--no-exit-codes"];
      const files = workflows.map(({ name }) => join(folder, `${name}.yml`));
      const { stdout } = spawnSync(await tool("zizmor"), [...flags, ...files], { encoding: "utf8" });
      // Whose action it is, and that a release's SHA is better than main, is what the page says itself.
      expect(
        stdout
          .split(/^(?=(?:error|warning|info|help)\[)/m)
          .filter(
            (finding) =>
              /^\w+\[/.test(finding) && !(finding.startsWith("error[unpinned-uses]") && finding.includes(ours)),
          ),
      ).toEqual([]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
