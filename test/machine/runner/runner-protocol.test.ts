import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as core from "@actions/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { inputFrom, keepState, maskLine } from "../../../src/machine/runner/runner-protocol.ts";
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

describe("the state for the post step", () => {
  test("is written as the toolkit writes it, behind what is there", () => {
    const [own, theirs] = [join(temporaryFolder(), "state"), join(temporaryFolder(), "state")];
    for (const file of [own, theirs]) writeFileSync(file, "other=1\n");
    keepState({ GITHUB_STATE: own }, "scratch", "/tmp/a b\n=c");
    vi.stubEnv("GITHUB_STATE", theirs);
    core.saveState("scratch", "/tmp/a b\n=c");
    const plain = (file: string): string =>
      readFileSync(file, "utf8").replaceAll(/ghadelimiter_[\w-]{36}/g, "delimiter");
    expect(plain(own)).toBe(plain(theirs));
  });

  test("is kept nowhere without a runner", () => {
    expect(() => keepState({}, "scratch", "/tmp/x")).not.toThrow();
  });
});

test("a secret is hidden as the toolkit hides it", () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  core.setSecret("100%\r\nsecret");
  const told = write.mock.calls.flat().join("");
  write.mockRestore();
  expect(maskLine("100%\r\nsecret")).toBe(told);
});
