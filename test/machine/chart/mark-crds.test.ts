import { describe, expect, test } from "vitest";
import type { ChartTree } from "../../../src/machine/chart/chart-tree.ts";
import { markCrds } from "../../../src/machine/chart/mark-crds.ts";

const treeOf = (
  files: Readonly<Record<string, string>>,
  nested: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): ChartTree => ({
  files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
  nested: new Map(Object.entries(nested).map(([archive, inner]) => [archive, treeOf(inner)])),
});

const plain = "apiVersion: v2\nname: x\nversion: 1.0.0\n";

describe("a chart for rendering alone", () => {
  test("tells of the definitions of each chart in it by a template, and has all its own files", () => {
    const files = {
      "Chart.yaml": plain,
      "crds/b.yaml": "\ufeffb",
      "crds/a.JSON": "a",
      "crds/README.md": "no definition",
      "charts/c/Chart.yaml": plain,
      "charts/c/crds/deep/er.yml": "er",
      "charts/d/Chart.yaml": plain,
      "charts/d/templates/crds/x.yaml": "an ordinary template",
    };
    const tree = treeOf(files, { "charts/e-1.0.0.tgz": { "Chart.yaml": plain, "crds/e.yaml": "e" } });
    const marked = markCrds(tree);
    const inner = marked?.tree.nested.get("charts/e-1.0.0.tgz");
    const added = [...(marked?.tree.files ?? [])].filter(([path]) => !(path in files));
    expect(added.map(([path]) => path)).toEqual([
      "templates/prometheus-stack-action-crds.yaml",
      "charts/c/templates/prometheus-stack-action-crds.yaml",
    ]);
    expect([...(inner?.files.keys() ?? [])]).toEqual([
      "Chart.yaml",
      "crds/e.yaml",
      "templates/prometheus-stack-action-crds.yaml",
    ]);
    for (const [path, text] of Object.entries(files)) expect(marked?.tree.files.get(path)?.toString()).toBe(text);
    const told = (path: string, bytes: Buffer | undefined) =>
      marked?.crds.toldBy({ source: `x/${path}`, text: bytes?.toString() ?? "" });
    expect(added.map(([path, bytes]) => told(path, bytes))).toEqual([["b", "a"], ["er"]]);
    const path = "templates/prometheus-stack-action-crds.yaml";
    expect(told(`charts/e/${path}`, inner?.files.get(path))).toEqual(["e"]);
    expect(told("templates/other.yaml", added[0]?.[1])).toBeNull();
    expect(marked?.crds.all()).toEqual(["b", "a", "er", "e"]);
  });

  test.each([
    ["where a library has definitions, whose templates helm does not render", "Chart.yaml", `${plain}type: library\n`],
    ["where a chart has a template of that name", "templates/prometheus-stack-action-crds.yaml", ""],
  ])("there is none %s", (_, path, text) => {
    const files = { "Chart.yaml": plain, "crds/a.yaml": "a", [path]: text };
    expect(markCrds(treeOf(files))).toBeNull();
    expect(markCrds(treeOf({ "Chart.yaml": plain }, { "charts/a.tgz": files }))).toBeNull();
  });
});
