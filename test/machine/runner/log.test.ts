import { expect, test } from "vitest";
import { createLog } from "../../../src/machine/runner/log.ts";
import { obeyedLines } from "../../report/inert.ts";

const record = (env: Record<string, string>) => {
  const written: string[] = [];
  return { written, log: createLog({ write: (text) => written.push(text), env }) };
};

const obeyed = (written: readonly string[]): readonly string[] => obeyedLines(written.join(""));

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

test("a stage is a group, and how it ended stands below it, whatever its name says", () => {
  const { log, written } = record(runner);
  log.stage("render\n::error::lie 100%");
  log.info("x");
  log.stage("render\n::error::lie 100%", "failed after 2.3 s");
  expect(written.slice(0, 3)).toEqual(["::group::render%0A::error::lie 100%25\n", "x\n", "::endgroup::\n"]);
  expect(obeyed(written.slice(3))).toEqual([]);
  expect(written[3]).toContain("failed after 2.3 s");
});

test("stages that run at once are one group, for the runner knows none inside of another", () => {
  const { log, written } = record(runner);
  for (const name of ["validate", "resolve"]) log.stage(name);
  log.stage("resolve", "passed in 0.2 s");
  log.stage("validate", "passed in 2.3 s");
  log.stage("check");
  log.stage("check", "passed in 0.1 s");
  expect(written).toEqual([
    ...["::group::validate\n", "resolve begins\n", "::endgroup::\n", "resolve passed in 0.2 s\n"],
    ...["validate passed in 2.3 s\n", "::group::check\n", "::endgroup::\n", "check passed in 0.1 s\n"],
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

test("the runner's log shows what would steer it or its reader", () => {
  const { log, written } = record(runner);
  log.info("\u001b[2Jgone \u202egpj.exe");
  log.debug("\u001b]0;x\u0007");
  log.stage("\u2066a");
  expect(written).toEqual(["\ufffd[2Jgone \ufffdgpj.exe\n", "::debug::\ufffd]0;x\ufffd\n", "::group::\ufffda\n"]);
});

test("a file or a pipe gets plain text, without characters that steer a terminal, and nothing of stages", () => {
  const { log, written } = record({});
  log.info("::error::shown as it is\r\n\u001b[2Jgone\ttab");
  log.stage("render");
  log.debug("hidden");
  log.stage("render", "passed in 1.0 s");
  expect(written).toEqual(["::error::shown as it is\n\ufffd[2Jgone\ttab\n"]);
});

test("a terminal has a line at its end that says what runs, as wide as it is, behind every message, and empty at last", () => {
  const written: string[] = [];
  const log = createLog({ write: (text) => written.push(text), env: {}, columns: () => 9 });
  log.stage("validate\u001b[2J");
  log.info("\u001b[2Jx");
  log.stage("validate\u001b[2J", "passed in 1.0 s");
  log.info("y");
  const erased = "\r\u001b[2K";
  const [first = "", second, ...rest] = written;
  expect(first.startsWith(erased)).toBe(true);
  const line = first.slice(erased.length);
  expect(line).toMatch(/^validat/);
  expect(line.length).toBeLessThan(9);
  expect(second).toBe(`${erased}\ufffd[2Jx\n${line}`);
  expect(rest).toEqual([erased, "y\n"]);
});
