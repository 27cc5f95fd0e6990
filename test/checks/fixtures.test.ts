import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeRepository, type Repository } from "./check-stack.ts";
import { expectedOf, fixtures, foundIn, goodStack, layOut } from "./fixtures.ts";

let repository: Repository;
beforeAll(async () => {
  repository = await makeRepository();
});
afterAll(() => repository.close());

describe("every fixture", () => {
  test.concurrent.for(fixtures)("$name", async (fixture, { expect: expectHere }) => {
    layOut(fixture, join(repository.folder, fixture.name));
    const report = await repository.check(fixture.name);
    expectHere(report.error).toBeNull();
    expectHere(foundIn(report.findings, fixture.name)).toEqual(expectedOf(fixture));
  });

  test.for(fixtures)("$name says what its name says", ({ name, check }, { expect: expectHere }) => {
    const fixture = fixtures.find((one) => one.name === name);
    const expected = fixture === undefined ? [] : expectedOf(fixture);
    const isBad = name.startsWith(`${check}/bad`);
    expectHere(expected.every((line) => line.startsWith(`${check} `))).toBe(true);
    expectHere(expected.length > 0).toBe(isBad);
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
});
