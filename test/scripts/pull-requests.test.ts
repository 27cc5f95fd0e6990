import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readCases } from "../../scripts/pull-requests/cases.ts";
import { tryChange } from "../../scripts/pull-requests/try-change.ts";
import { kubernetesSchemas } from "../kubernetes-schemas.ts";
import { part } from "../run/part.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";

const fixtures = resolve(import.meta.dirname, "../../fixtures");
const work = mkdtempSync(join(tmpdir(), "pull-requests-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test("forty changes, each with the line that it writes, or the one before what it takes out", () => {
  const cases = readCases();
  expect([cases.length, new Set(cases.map(({ name }) => name)).size]).toEqual([40, 40]);
  for (const { name, file, replace, with: by, line, also = line } of cases) {
    const text = readFileSync(join(fixtures, "prometheus-stack", file), "utf8");
    expect(text.split(replace), name).toHaveLength(2);
    const lines = text
      .replace(replace, () => by)
      .split("\n")
      .map((one) => one.trim());
    for (const blamed of [line, also]) expect(lines, name).toContain(blamed);
  }
});

/** Those that the small chart of the fixtures hands on. */
const small = readCases().filter(({ file }) => file !== "upstream/values.yaml");

describe.concurrent("a seeded pull request is shown on the line that a person blames", () => {
  test.each(part(small, 6).map((change) => [change.name, change] as const))(
    "%s",
    { timeout: 240_000 },
    async (_, change) => {
      const [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);
      const chart = join(fixtures, "charts/kube-prometheus-stack");
      const tried = await tryChange(change, { tools, schemas, chart, work, entry: "src/main.ts" });
      expect({ own: tried.own, inDiff: tried.inDiff }).toEqual({ own: expect.anything(), inDiff: true });
      expect(tried.agreed).not.toBeNull();
      expect(tried.others.inDiff).toBe(tried.others.all);
    },
  );
});
