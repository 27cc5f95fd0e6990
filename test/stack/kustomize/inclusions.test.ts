import { expect, test } from "vitest";
import { buildCounts, builtByOthers, inclusionsOf } from "../../../src/stack/kustomize/inclusions.ts";
import type { Kustomization } from "../../../src/stack/stack.ts";
import { parseYaml } from "../../../src/text/parse-yaml.ts";

/** Kustomizations by folder, each with the folders that it includes. */
const graph = (edges: Readonly<Record<string, readonly string[]>>): readonly Kustomization[] =>
  Object.entries(edges).map(([folder, inner]) => ({
    folder,
    root: folder,
    file: `${folder}/kustomization.yaml`,
    layer: "overlay",
    yaml: parseYaml("", `${folder}/kustomization.yaml`),
    kind: "Kustomization",
    references: inner.map((path) => ({
      field: "resources",
      text: path,
      at: { file: folder, line: 1, column: 1 },
      target: "folder",
      path,
    })),
    build: { own: new Map(), plugins: new Map(), broken: null },
  }));

const names = (all: Iterable<Kustomization>): readonly string[] => [...all].map(({ folder }) => folder).sort();

test("built by others is what one includes that it does not include itself, however far around", () => {
  expect(names(builtByOthers(graph({ a: ["b"], b: ["c"], c: [] })))).toEqual(["b", "c"]);
  expect(names(builtByOthers(graph({ a: ["b"], b: ["a"], self: ["self"] })))).toEqual([]);
  expect(names(builtByOthers(graph({ out: ["a"], a: ["b"], b: ["c"], c: ["a"], d: [] })))).toEqual(["a"]);
});

test("thousands that all include each other, and long chains, take no time", () => {
  const many = Array.from({ length: 700 }, (_, n) => `n${n}`);
  const circle = graph(Object.fromEntries(many.map((one) => [one, many])));
  const chain = graph(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`c${n}`, [`c${n + 1}`]])));
  const start = performance.now();
  expect(builtByOthers(circle).size).toBe(0);
  expect(builtByOthers(chain).size).toBe(19_999);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("a folder counts as often as it is named, at every level", () => {
  const levels = graph(
    Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`l${n}`, n === 30 ? [] : [`l${n + 1}`, `l${n + 1}`]])),
  );
  const counts = buildCounts(levels, inclusionsOf(levels));
  const [first] = levels;
  expect(first && counts.get(first)).toBe(2 ** 31 - 1);
});
