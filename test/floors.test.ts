import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { floors, refusedImport, roomOf } from "../scripts/floors.ts";
import { nodeBin } from "../scripts/run-inherited.ts";

const source = resolve(import.meta.dirname, "../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

const importPattern = /^(?:import|export)\b[^;]*?\bfrom "(\.[^"]+\.ts)"/gms;

/** What each file imports of src/, both relative to it. */
const imports = new Map(
  files.map((file) => {
    const text = readFileSync(join(source, file), "utf8");
    return [
      file,
      [...text.matchAll(importPattern)].map(([, way = ""]) => posix.join(posix.dirname(file), way)),
    ] as const;
  }),
);

describe("the floors of src/", () => {
  test("have imports to read", () => {
    expect(files.length).toBeGreaterThan(400);
    expect([...imports.values()].flat().length).toBeGreaterThan(1500);
    expect([...imports.values()].flat().filter((file) => !imports.has(file))).toEqual([]);
  });

  test("are stood on: no file imports from beside or above", () => {
    const refused = [...imports].flatMap(([file, imported]) => imported.map((other) => refusedImport(file, other)));
    expect(refused.filter((one) => one !== null)).toEqual([]);
  });

  test("have no room that is empty, and name no room twice", () => {
    const rooms = floors.flat();
    expect(rooms).toEqual([...new Set(rooms)]);
    const used = new Set(files.map((file) => roomOf(file).room));
    expect(rooms.filter((room) => !used.has(room))).toEqual([]);
  });

  test("hold no files that import each other in a circle", () => {
    expect(circleIn(imports)).toBeNull();
  });
});

describe("an import that is wrong", () => {
  test.each([
    ["kubernetes/labels.ts", "policy/run-checks.ts", "policy stands above kubernetes"],
    ["plan/plan-layer.ts", "dcgm/version.ts", "dcgm stands beside plan"],
    ["signal/scrape/relabel.ts", "signal/alerts/alert-path.ts", "signal/alerts stands above signal/scrape"],
    ["signal/scrape/relabel.ts", "signal/resolve-signals.ts", "signal stands above signal/scrape"],
  ])("of src/%s is told with its way out", (from, to, why) => {
    expect(refusedImport(from, to)).toContain(why);
    expect(refusedImport(from, to)).toContain("floors below (core");
  });

  test.each([
    ["kubernetes/wrong.ts", "../signal/scrape/relabel.ts", "src/kubernetes imports its own files"],
    ["signal/scrape/wrong.ts", "../alerts/alert-path.ts", "src/signal/scrape imports its own files"],
    ["signal/scrape/wrong.ts", "../resolve-signals.ts", "src/signal/scrape imports its own files"],
    ["machine/wrong.ts", "../run.ts", "src/machine imports its own files"],
    ["report/wrong.ts", "node:fs", "Effects live in src/machine"],
  ])("makes `npm run check` fail: src/%s of %s", (file, imported, why) => {
    const text = `import { one } from "${imported}";\n\nexport const two = one;\n`;
    expect(lint(file, text)).toContain(why);
  });

  test("is none where it leads to a floor below", () => {
    expect(
      lint("signal/scrape/right.ts", `import { one } from "../../core/one.ts";\n\nexport const two = one;\n`),
    ).toBe("");
  });
});

/** What Biome says of a text in that file; empty where it has nothing to say. */
const lint = (file: string, text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "floors-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["biome.json", "biome.floors.json"]) copyFileSync(join(source, "..", name), join(folder, name));
  mkdirSync(dirname(join(folder, "src", file)), { recursive: true });
  writeFileSync(join(folder, "src", file), text);
  const { status, stdout, stderr } = spawnSync(
    nodeBin("biome"),
    ["lint", "--colors=off", "--error-on-warnings", "--vcs-enabled=false", "src"],
    { cwd: folder, encoding: "utf8" },
  );
  return status === 0 ? "" : stdout + stderr;
};

/** The files of one circle, in the order of their imports; null where there is none. */
const circleIn = (graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null => {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(file)) return way.slice(way.indexOf(file));
    if (done.has(file)) return null;
    for (const other of graph.get(file) ?? []) {
      const circle = visit(other, [...way, file]);
      if (circle !== null) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle !== null) return circle;
  }
  return null;
};
