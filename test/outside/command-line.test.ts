import { expect, test } from "vitest";
import { commandLine } from "../../src/outside/command-line.ts";

test("values stand behind =, positionals behind --: none can be read as an option", () => {
  const line = commandLine({
    verb: ["template"],
    flags: [
      ["namespace", "--post-renderer=./evil.sh"],
      ["include-crds", true],
    ],
    positionals: ["--output-dir=/", "chart"],
  });
  expect(line).toEqual([
    "template",
    "--namespace=--post-renderer=./evil.sh",
    "--include-crds",
    "--",
    "--output-dir=/",
    "chart",
  ]);
});

test("without positionals there is nothing to separate", () => {
  expect(commandLine({ verb: ["version"] })).toEqual(["version"]);
});
