import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
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
    ["--offline", "--no-progress", "--format=plain", ".github/workflows", "action.yml"],
    { cwd: repository, encoding: "utf8" },
  );
  expect(status, `${stdout}${stderr}`).toBe(0);
});
