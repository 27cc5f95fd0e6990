import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLog } from "../../src/machine/runner/log.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import { checkRunOf } from "../../src/report/brief/check-run.ts";
import { earlierForeword } from "../../src/report/earlier/foreword.ts";
import type { Report } from "../../src/report/report.ts";
import { linksOf } from "../../src/report/summary/links.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { renderLogText } from "../../src/report/text/log-text.ts";
import { renderTerminalText } from "../../src/report/text/terminal-text.ts";
import { renderAnnotations } from "../../src/report/text/workflow-command.ts";
import { fullReport } from "./brief/full-report.ts";
import { controlFaults, hostileText, markdownFaults, obeyedLines } from "./inert.ts";
import { planted } from "./planted.ts";

const links = linksOf({ GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "abc" });

/** Every text of a report that has something everywhere ends with such a one. The comment has a test of its own. */
const whatever = (look: (told: Report, room: number) => void, numRuns: number): void =>
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 2000, max: 200_000 }), (text, room) => {
      look(planted(fullReport, text, false), room);
    }),
    { seed: 20261130, numRuns },
  );

describe("whatever a report quotes", () => {
  test("is text in the job summary, at each of its lengths", () => {
    whatever((told, room) => expect(markdownFaults(renderSummary(told, links, room))).toEqual([]), 40);
  });

  test("is text in the check run, its title and its annotations", () => {
    whatever((told) => {
      const { name, title, summary, annotations } = checkRunOf(told, links, new Set(), earlierForeword(links));
      expect(markdownFaults(summary)).toEqual([]);
      for (const line of [name, title, ...annotations.flatMap((one) => [one.title, one.message])])
        expect(controlFaults(line)).toEqual([]);
    }, 40);
  });

  test("is text in annotations: a command each, of the finding's level and place", () => {
    whatever((told) => {
      const commands = obeyedLines(renderAnnotations(annotationsOf(told.findings)));
      expect(commands).toHaveLength(told.findings.length);
      for (const command of commands) {
        const [, level = "", properties = ""] = /^::(\w+) ([^:]*)::/.exec(command) ?? [];
        expect(["error", "warning", "notice"]).toContain(level);
        for (const property of properties.split(","))
          expect(property).toMatch(/^(?:title|file|line|endLine|col|endColumn)=[^=]*/);
        expect(controlFaults(command)).toEqual([]);
      }
    }, 100);
  });

  test("is text in the log, of which the runner obeys nothing", () => {
    whatever((told) => {
      const written: string[] = [];
      const log = createLog({
        write: (text) => written.push(text),
        env: { GITHUB_ACTIONS: "true", RUNNER_DEBUG: "1" },
      });
      log.info(renderLogText(told));
      expect(obeyedLines(written.join(""))).toEqual([]);
      log.debug(renderLogText(told));
      expect(obeyedLines(written.slice(1).join(""))).toHaveLength(1);
      expect(controlFaults(written.join(""))).toEqual([]);
    }, 100);
  });

  test("is text at a terminal", () => {
    const options = { paint: (_: unknown, text: string) => text, shown: (file: string) => file };
    whatever((told) => expect(controlFaults(renderTerminalText(told, options))).toEqual([]), 100);
  });
});
