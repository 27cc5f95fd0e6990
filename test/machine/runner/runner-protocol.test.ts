import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as core from "@actions/core";
import { afterEach, expect, test, vi } from "vitest";
import {
  addToSummary,
  inputFrom,
  keepState,
  maskLine,
  setOutput,
} from "../../../src/machine/runner/runner-protocol.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";

// What the toolkit itself does is the judge.
afterEach(() => vi.unstubAllEnvs());

test("inputs are read as the toolkit reads them", () => {
  for (const [name, value] of [
    ["chart-version", " 79.1.0 \n"],
    ["a name", "x"],
    ["empty", ""],
  ] as const) {
    vi.stubEnv(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value);
    expect(inputFrom(process.env)(name)).toBe(core.getInput(name));
  }
  expect(inputFrom({})("missing")).toBe(core.getInput("missing"));
});

const plain = (file: string): string => readFileSync(file, "utf8").replaceAll(/ghadelimiter_[\w-]{36}/g, "delimiter");

/** Two files, with what is in them before. */
const files = (): readonly [own: string, theirs: string] => {
  const both = [join(temporaryFolder(), "file"), join(temporaryFolder(), "file")] as const;
  for (const file of both) writeFileSync(file, "other=1\n");
  return both;
};

test.each([
  ["GITHUB_STATE", keepState, core.saveState],
  ["GITHUB_OUTPUT", setOutput, core.setOutput],
] as const)("values in %s are written as the toolkit writes them, behind what is there", (variable, write, judge) => {
  const [own, theirs] = files();
  vi.stubEnv(variable, theirs);
  for (const value of ["/tmp/a b\n=c", ""]) {
    write({ [variable]: own }, "name", value);
    judge("name", value);
  }
  expect(plain(own)).toBe(plain(theirs));
});

test("the summary is written as the toolkit writes it, behind what is there", async () => {
  const [own, theirs] = files();
  vi.stubEnv("GITHUB_STEP_SUMMARY", theirs);
  addToSummary({ GITHUB_STEP_SUMMARY: own }, "## Verdict\n85 °C\n");
  await core.summary.addRaw("## Verdict\n85 °C\n").write();
  expect(plain(own)).toBe(plain(theirs));
});

test("without a runner nothing is written", () => {
  expect(() => keepState({}, "scratch", "/tmp/x")).not.toThrow();
  expect(() => setOutput({}, "conclusion", "success")).not.toThrow();
  expect(() => addToSummary({}, "text")).not.toThrow();
});

test("a secret is hidden as the toolkit hides it", () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  core.setSecret("100%\r\nsecret");
  const told = write.mock.calls.flat().join("");
  write.mockRestore();
  expect(maskLine("100%\r\nsecret")).toBe(told);
});
