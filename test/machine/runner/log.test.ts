import { expect, test } from "vitest";
import { createLog } from "../../../src/machine/runner/log.ts";

const record = (env: Record<string, string>) => {
  const written: string[] = [];
  return { written, log: createLog({ write: (text) => written.push(text), env }) };
};

/**
 * The lines that the runner would obey: commands outside of every stop-commands section, as its own reader finds them.
 */
const obeyed = (written: readonly string[]): string[] => {
  const commands: string[] = [];
  let token: string | undefined;
  for (const line of written.join("").split(/\r\n|\n|\r/)) {
    if (token !== undefined) {
      if (line.includes(`::${token}::`)) token = undefined;
      continue;
    }
    const stop = /^\s*::stop-commands::(.+)$/.exec(line);
    if (stop !== null) token = stop[1];
    else if (/^\s*::.+::/.test(line) || line.includes("##[")) commands.push(line);
  }
  if (token !== undefined) throw new Error("commands stay stopped");
  return commands;
};

const runner = { GITHUB_ACTIONS: "true", RUNNER_DEBUG: "1" };

test("a plain message is a plain line", () => {
  const { log, written } = record(runner);
  log.info("rendered 131 objects");
  expect(written).toEqual(["rendered 131 objects\n"]);
});

test.for([
  "::set-output name=x::y",
  "text\n::add-path::/tmp/evil",
  "text\r::error::lie",
  "  ::warning::indented",
  "##[add-path]/tmp/evil",
  "in the middle ##[group]x",
  "::stop-commands::mine\n::mine::\n::error::lie",
])("the runner obeys nothing in %j", (message) => {
  const { log, written } = record(runner);
  log.info(message);
  expect(obeyed(written)).toEqual([]);
  expect(written.join("")).toContain(message.replaceAll("\r", "\ufffd"));
});

test("each quotation has a token of its own", () => {
  const { log, written } = record(runner);
  log.info("::error::a");
  log.info("::error::a");
  expect(written[0]).not.toBe(written[1]);
});

test("groups open and close, whatever their title says and however they end", async () => {
  const { log, written } = record(runner);
  await log.group("Render\n::error::lie 100%", async () => log.info("x"));
  await expect(log.group("Deploy", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(written).toEqual([
    "::group::Render%0A::error::lie 100%25\n",
    "x\n",
    "::endgroup::\n",
    "::group::Deploy\n",
    "::endgroup::\n",
  ]);
});

test("debug lines are one command each, and only where debugging is on", () => {
  const on = record(runner);
  on.log.debug("a\n::error::lie");
  expect(on.written).toEqual(["::debug::a%0A::error::lie\n"]);
  const off = record({ GITHUB_ACTIONS: "true" });
  off.log.debug("a");
  expect(off.written).toEqual([]);
});

test("the runner's log shows what would steer it or its reader", async () => {
  const { log, written } = record(runner);
  log.info("\u001b[2Jgone \u202egpj.exe");
  log.debug("\u001b]0;x\u0007");
  await log.group("\u2066a", async () => {});
  expect(written).toEqual([
    "\ufffd[2Jgone \ufffdgpj.exe\n",
    "::debug::\ufffd]0;x\ufffd\n",
    "::group::\ufffda\n",
    "::endgroup::\n",
  ]);
});

test("a terminal gets plain text, without characters that steer it", async () => {
  const { log, written } = record({});
  log.info("::error::shown as it is\r\n\u001b[2Jgone\ttab");
  await log.group("Render", async () => log.debug("hidden"));
  expect(written).toEqual(["::error::shown as it is\n\ufffd[2Jgone\ttab\n", "== Render\n"]);
});
