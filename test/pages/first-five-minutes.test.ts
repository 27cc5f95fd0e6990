import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { pageOf } from "../../scripts/first-five-minutes/page.ts";
import { tasks } from "../../scripts/first-five-minutes/tasks.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/first-five-minutes.md"), "utf8");
const sections = page.split(/^## /m).slice(1);

describe("docs/first-five-minutes.md", () => {
  test.each(tasks.map((task, n) => [task.title, task, sections[n] ?? ""] as const))(
    "%s: the commands of the task, one after the other",
    (title, { commands, about, learned }, section) => {
      expect(section.startsWith(`${title}\n\n${about}\n`)).toBe(true);
      let from = 0;
      for (const { line } of commands) {
        const place = section.indexOf(`\n$ ${line}\n`, from);
        expect(place, line).toBeGreaterThan(0);
        from = place + 1;
      }
      expect(section.trimEnd().endsWith(learned)).toBe(true);
    },
  );

  test("no task took ten minutes", () => {
    const took = [...page.matchAll(/^\| \[[^|]*\| [^|]*\| (\d+) (s|min) \|$/gm)];
    expect(took).toHaveLength(tasks.length);
    for (const [, amount, unit] of took) expect(Number(amount) * (unit === "min" ? 60 : 1)).toBeLessThan(600);
  });

  test("names no folder of the machine that it was made on", () => {
    expect(page).not.toMatch(/\/(?:root|home|tmp|work)\//);
  });
});

test("a long output is shown by its beginning and its end", () => {
  const [task] = tasks;
  if (task === undefined) throw new Error("there is no task");
  const output = ["one", "two", "three", "four", "five"].join("\n");
  const command = { line: "count", first: 1, last: 1 };
  const told = pageOf([{ task, seconds: 95, commands: [{ command, output }] }]);
  expect(told).toContain("$ count\none\n[3 lines]\nfive\n");
  expect(told).toContain("| 2 min |");
});
