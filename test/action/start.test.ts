import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const program = join(import.meta.dirname, "../../src/program.ts");

/** Node's own modules that a process has loaded once it has imported the program. */
const loadedAtStart = (): readonly string[] =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ["--input-type=module", "-e", `await import("${program}"); console.log(JSON.stringify(process.moduleLoadList));`],
      { encoding: "utf8" },
    ),
  );

test("the program starts without what speaks HTTP: Node takes 80 ms to load it, and most runs ask for nothing", () => {
  const network = loadedAtStart().filter((name) => /^NativeModule (?:http|https|http2|tls|_http_client)$/.test(name));
  expect(network).toEqual([]);
});
