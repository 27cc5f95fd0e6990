import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastingReport } from "../../scripts/lasting-report.ts";
import { lineCount } from "../../src/fix/apply-edits.ts";
import { fixFindings } from "../../src/fix/fix-findings.ts";
import { keptAnswers } from "../../src/machine/files/kept-answers.ts";
import type { Memory } from "../../src/outside/memory.ts";
import { hideReport } from "../../src/report/hide-report.ts";
import type { Report } from "../../src/report/report.ts";
import { secretHider } from "../../src/secrets/hide-secrets.ts";
import { leaksOf } from "../report/planted.ts";
import { part } from "../run/part.ts";
import { makeRepository, type Repository } from "./check-stack.ts";
import { expectedOf, type Fixture, fixtures, foundIn, goodStack, layOut } from "./fixtures.ts";

const hide = secretHider({});

let repository: Repository;
beforeAll(async () => {
  repository = await makeRepository();
  mkdirSync(join(repository.folder, ".answers"));
});
afterAll(() => repository.close());

/** Each fixture's report, made once for all tests of this file. */
const reports = new Map<string, Promise<Report>>();
const reportOf = (fixture: Fixture): Promise<Report> => {
  const check = (): Promise<Report> => {
    layOut(fixture, join(repository.folder, fixture.name));
    return repository.check(fixture.name);
  };
  const report = reports.get(fixture.name) ?? check();
  reports.set(fixture.name, report);
  return report;
};

describe("every fixture", () => {
  test.concurrent.for(fixtures)("$name", async (fixture, { expect: expectHere }) => {
    const report = await reportOf(fixture);
    expectHere(report.error).toBeNull();
    expectHere(foundIn(report.findings, fixture.name)).toEqual(expectedOf(fixture));
    const told = report.signalPaths.flatMap(({ hops }) => hops.map(({ why }) => why));
    expectHere(told.filter((why) => !/[^.]\.$/.test(why))).toEqual([]);
    expectHere(leaksOf((one) => hideReport(one, hide), report, "https://bob:hunter2@h/x", "hunter2")).toEqual([]);
  });

  test.for(fixtures)("$name says what its name says", ({ name, check }, { expect: expectHere }) => {
    const fixture = fixtures.find((one) => one.name === name);
    const expected = fixture === undefined ? [] : expectedOf(fixture);
    const isBad = name.startsWith(`${check}/bad`);
    expectHere(expected.every((line) => line.startsWith(`${check} `))).toBe(true);
    expectHere(expected.length > 0).toBe(isBad);
  });
});

describe("what earlier runs found out changes nothing", () => {
  test.concurrent.for(part(fixtures, 8))("$name", async (fixture, { expect: expectHere }) => {
    const plain = lastingReport(await reportOf(fixture));
    const answers = keptAnswers(join(repository.folder, ".answers"), { info: () => {} });
    expectHere(lastingReport(await repository.check(fixture.name, answers))).toBe(plain);
    let asked = 0;
    const counted: Memory = {
      recall(about) {
        const answer = answers.recall(about);
        asked += answer === null ? 0 : 1;
        return answer;
      },
      keep: answers.keep,
    };
    expectHere(lastingReport(await repository.check(fixture.name, counted))).toBe(plain);
    expectHere(asked).toBeGreaterThan(0);
  });
});

const hasEdits = ({ fix }: Report["findings"][number]): boolean => (fix?.edits.length ?? 0) > 0;
const bad = fixtures.filter(({ name, check }) => name.startsWith(`${check}/bad`));

describe("the repairs of a fixture's findings end them, bring no other, and keep comments", () => {
  test.concurrent.for(bad)("$name", async (fixture, { expect: expectHere, skip }) => {
    const before = await reportOf(fixture);
    if (!before.findings.some(hasEdits)) skip("no certain repair");
    const path = (file: string): string => join(repository.folder, file);
    // A comment may go with its line where the whole line goes, and only then.
    const notes = (file: string): number => readFileSync(path(file), "utf8").match(/# /g)?.length ?? 0;
    const linesOf = (file: string): number => lineCount(readFileSync(path(file), "utf8"));
    const touched = new Map<string, { readonly notes: number; readonly lines: number }>();
    let checked = 0;
    const { last, left } = await fixFindings(
      // The first round's report is known: the tree has not changed since.
      async () => {
        const report = checked++ === 0 ? before : await repository.check(fixture.name);
        return { report, fixable: report.findings, hide: (text: string) => text };
      },
      {
        read: async (file) => readFileSync(path(file), "utf8"),
        write: async (file, text) => {
          touched.set(file, touched.get(file) ?? { notes: notes(file), lines: linesOf(file) });
          writeFileSync(path(file), text);
        },
      },
    );
    expectHere(last.report.error).toBeNull();
    const told = (findings: Report["findings"]) => findings.map(({ check, message }) => `${check}: ${message}`).sort();
    // Also the idempotence: what was repaired offers no further repair.
    expectHere(told(last.report.findings)).toEqual(told(before.findings.filter((finding) => !hasEdits(finding))));
    expectHere(left).toEqual([]);
    for (const [file, was] of touched)
      expectHere(notes(file), file).toBeGreaterThanOrEqual(was.notes - Math.max(0, was.lines - linesOf(file)));
  });
});

describe("the good stack", () => {
  test("has no finding, and no check that could not judge", async () => {
    cpSync(goodStack, join(repository.folder, "good"), { recursive: true });
    const report = await repository.check("good");
    expect(report.error).toBeNull();
    expect(report.findings).toEqual([]);
    expect(report.checksNotRun).toEqual([]);
    expect(report.components.every(({ present }) => present)).toBe(true);
    expect(report.dashboards.every(({ found }) => found.length > 0)).toBe(true);
  });

  test("has alerts that fire: those of GPU metrics on series made for them", async () => {
    const { alertProofs } = await repository.check("good");
    const notProved = alertProofs?.filter(({ canary }) => canary?.fired !== true).map(({ name }) => name);
    expect(alertProofs).toHaveLength(23);
    // They read no metric of GPUs.
    expect(notProved).toEqual(["GPUExporterDown", "GPUExporterEmpty", "GPUExporterSlow", "GPUMissing"]);
  });
});
