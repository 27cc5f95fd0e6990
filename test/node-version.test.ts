import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

test("tests run under the major version of Node that the runner starts the action with", () => {
  const { runs } = parse(readFileSync("action.yml", "utf8")) as { runs: { using: string } };
  expect(`node${process.versions.node.split(".")[0]}`).toBe(runs.using);
});
