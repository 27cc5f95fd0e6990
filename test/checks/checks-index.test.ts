import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checksIndex } from "../../scripts/docs/checks-index.ts";
import { seenTrue, withSeenTrue } from "../../scripts/docs/seen-true.ts";
import { checks } from "../../src/checks/index.ts";

const index = checksIndex();
const [bySignal = "", bySeverity = "", byCost = ""] = index.split(/^## /m).slice(1);
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(checks\/([\w-]+)\.md\)/g)].map(([, id = ""]) => id);
const ids = checks.map(({ id }) => id).sort();

describe("docs/checks.md", () => {
  test.each([
    ["By signal", bySignal],
    ["By severity", bySeverity],
    ["By what it costs", byCost],
  ])("%s: every check once", (title, section) => {
    expect(section.startsWith(title)).toBe(true);
    expect([...linksIn(section)].sort()).toEqual(ids);
  });

  test("has no group that is empty, and what stands alone under the stack itself is about no one signal", () => {
    const groups = bySignal.split(/^### /m).slice(1);
    expect(groups.map((group) => linksIn(group).length > 5)).toEqual([true, true, true, true]);
    expect(linksIn(groups[3] ?? "").filter((id) => /alert|rule|dashboard|monitor/.test(id))).toEqual([]);
  });
});

describe("seen true on public trees", () => {
  test("is said of checks on whose findings a person has said so, and of no other", () => {
    const seen = seenTrue();
    expect(seen.get("servicemonitor-not-selected")).toBeGreaterThan(0);
    expect([...seen.keys()].filter((id) => !ids.includes(id))).toEqual([]);
    for (const id of ids) {
      const page = readFileSync(join(resolve(import.meta.dirname, "../.."), `docs/checks/${id}.md`), "utf8");
      expect(page.includes("\nLast seen true on public trees: ")).toBe(seen.has(id));
    }
  });

  test("is the page's last line, written anew and taken away", () => {
    const page = "# a\n\n## Sources\n\n- b\n";
    const told = withSeenTrue(page, 3, "2026-11-30");
    expect(told).toMatch(/- b\n\nLast seen true on public trees: 2026-11-30, in 3 of \d+ repositories .*\n$/);
    expect(withSeenTrue(told, 4, "2026-12-01")).toContain("2026-12-01, in 4 of");
    expect(withSeenTrue(told, undefined, "2026-12-01")).toBe(page);
  });
});
