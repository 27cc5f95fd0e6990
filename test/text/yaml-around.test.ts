import { describe, expect, test } from "vitest";
import type { Path } from "../../src/kubernetes/manifest.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";

const pathsOf = (text: string): readonly (readonly [string, Path])[] => {
  const [document] = parseYaml(text, "a.yaml").documents;
  return text.split("\n").map((line, index) => [line.trim(), document?.around(index + 1).path ?? []] as const);
};

describe("the path to what a line stands in", () => {
  test("in block style", () => {
    const text = [
      "kind: PrometheusRule",
      "spec:",
      "  groups:",
      "  - name: gpu",
      "    rules:",
      "    - alert: Hot",
      "      expr: |",
      "        up",
      "        == 0",
      "    -",
      "      alert: Cold",
      "    - &cool",
      "      alert: Cool",
      "      labels: {a: b} # more",
      "  more: 1",
    ].join("\n");
    const rules = ["spec", "groups", 0, "rules"];
    expect(pathsOf(text)).toEqual([
      ["kind: PrometheusRule", ["kind"]],
      ["spec:", ["spec"]],
      ["groups:", ["spec", "groups"]],
      ["- name: gpu", ["spec", "groups", 0, "name"]],
      ["rules:", rules],
      ["- alert: Hot", [...rules, 0, "alert"]],
      ["expr: |", [...rules, 0, "expr"]],
      ["up", [...rules, 0, "expr"]],
      ["== 0", [...rules, 0, "expr"]],
      ["-", [...rules, 1]],
      ["alert: Cold", [...rules, 1, "alert"]],
      ["- &cool", [...rules, 2]],
      ["alert: Cool", [...rules, 2, "alert"]],
      ["labels: {a: b} # more", [...rules, 2, "labels", "a"]],
      ["more: 1", ["spec", "more"]],
    ]);
  });

  test("in flow style, however it is indented", () => {
    const text = ["{ a: {", "b: 1,", "c: {", "    d: 1 },", "  e: [", "1,", "{f: 1}]", "}, g: 1 }"].join("\n");
    expect(pathsOf(text)).toEqual([
      ["{ a: {", ["a"]],
      ["b: 1,", ["a", "b"]],
      ["c: {", ["a", "c"]],
      ["d: 1 },", ["a", "c", "d"]],
      ["e: [", ["a", "e"]],
      ["1,", ["a", "e", 0]],
      ["{f: 1}]", ["a", "e", 1, "f"]],
      ["}, g: 1 }", ["g"]],
    ]);
  });

  test("of other documents, and of what is empty, is none", () => {
    expect(parseYaml("# nothing\n", "a.yaml").documents[0]?.around(1).path ?? []).toEqual([]);
    expect(parseYaml("", "a.yaml").documents[0]?.around(7).path ?? []).toEqual([]);
  });
});

test("where an alias leads to what holds the line, all aliases are told", () => {
  const text = "a: &a\n  b: 1\n  c: 2\nd: 1\ne: [0, *a]\nf:\n  <<: *a\n";
  const [document] = parseYaml(text, "a.yaml").documents;
  const aliases = [
    ["e", 1],
    ["f", "<<"],
  ];
  expect([1, 2, 3, 4, 5].map((line) => document?.around(line).sharedBy)).toEqual([
    ...[aliases, aliases, aliases, [], []],
  ]);
});
