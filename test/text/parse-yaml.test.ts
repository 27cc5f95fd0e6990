import { describe, expect, test } from "vitest";
import type { Json, Path } from "../../src/kubernetes/manifest.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import type { YamlFile } from "../../src/text/yaml-file.ts";

const lines = (...text: readonly string[]): string => `${text.join("\n")}\n`;
const firstValue = (text: string, file = "a.yaml"): Json | undefined => parseYaml(text, file).documents[0]?.value;

/** `line:column` of a place, or `line:column-line:column` where it has an end. */
const place = (file: YamlFile, path: Path, key = false, document = 0): string => {
  const found = file.documents[document];
  if (found === undefined) throw new Error("no such document");
  const { line, column, endLine, endColumn } = key ? found.locateKey(path) : found.locate(path);
  return endLine === undefined ? `${line}:${column}` : `${line}:${column}-${endLine}:${endColumn}`;
};

describe("places", () => {
  const rule = parseYaml(
    lines(
      "apiVersion: monitoring.coreos.com/v1", // 1
      "kind: PrometheusRule", // 2
      "metadata: {name: gpu, labels: {release: x}}", // 3
      "spec:", // 4
      "  groups:", // 5
      "    - name: gpu", // 6
      "      rules:", // 7
      "        - alert: Hot", // 8
      "          expr: |", // 9
      "            DCGM_FI_DEV_GPU_TEMP", // 10
      "              > 85", // 11
      "          labels:", // 12
      '        - {alert: "Two", expr: up}', // 13
    ),
    "rules.yaml",
  );
  test.each<[Path, string, string]>([
    [["kind"], "2:7-2:21", "2:1-2:5"],
    [["metadata"], "3:11", "3:1-3:9"],
    [["metadata", "labels", "release"], "3:41-3:42", "3:32-3:39"],
    [["spec"], "5:3", "4:1-4:5"],
    [["spec", "groups", 0], "6:7", "6:7"],
    [["spec", "groups", 0, "name"], "6:13-6:16", "6:7-6:11"],
    [["spec", "groups", 0, "rules", 0, "expr"], "9:17-12:1", "9:11-9:15"],
    [["spec", "groups", 0, "rules", 1, "expr"], "13:32-13:34", "13:26-13:30"],
    [[], "1:1", "1:1"],
  ])("of %j", (path, value, key) => {
    expect(rule.errors).toEqual([]);
    expect(place(rule, path)).toBe(value);
    expect(place(rule, path, true)).toBe(key);
  });

  test.each<[Path, string, string]>([
    [["spec", "groups", 0, "rules", 0, "annotations", "summary"], "8:11", "8:11"],
    [["spec", "groups", 7, "name"], "6:5", "5:3-5:9"],
    [["metadata", "labels", "team"], "3:31", "3:23-3:29"],
    [["kind", "x", 0], "2:7-2:21", "2:1-2:5"],
    [["status"], "1:1", "1:1"],
  ])("of what is missing are those of the nearest ancestor: %j", (path, value, key) => {
    expect(place(rule, path)).toBe(value);
    expect(place(rule, path, true)).toBe(key);
  });

  test("of an empty value are behind its key", () => {
    expect(place(rule, ["spec", "groups", 0, "rules", 0, "labels"])).toBe("12:18");
    expect(place(rule, ["spec", "groups", 0, "rules", 0, "labels", "severity"])).toBe("12:18");
  });

  test("count UTF-16 units, as editors do", () => {
    const file = parseYaml('a: "🔥" # hot\nb: {ü: 🔥x, c: 1}\n', "a.yaml");
    expect(place(file, ["a"])).toBe("1:4-1:8");
    expect(place(file, ["b", "c"])).toBe("2:16-2:17");
  });

  test("are the same with Windows line endings and a byte-order mark", () => {
    const file = parseYaml("\uFEFFa: 1\r\nb:\r\n  c: two\r\n", "a.yaml");
    expect(file.documents[0]?.value).toEqual({ a: 1, b: { c: "two" } });
    expect(place(file, ["a"], true)).toBe("1:1-1:2");
    expect(place(file, ["b", "c"])).toBe("3:6-3:9");
  });
});

describe("anchors, aliases and merge keys", () => {
  const file = parseYaml(
    lines(
      "base: &base {a: 1, b: 2}", // 1
      "other: &other", // 2
      "  b: 3", // 3
      "  c: 4", // 4
      "both:", // 5
      "  <<: [*base, *other]", // 6
      "  a: 5", // 7
      "copy: *base", // 8
      "deep:", // 9
      "  <<: *other", // 10
      "  d: &d six", // 11
      "again: *d", // 12
      '"<<": plain', // 13
    ),
    "a.yaml",
  );
  test("give the values that kustomize sees: own keys win, then the first source", () => {
    expect(file.errors).toEqual([]);
    expect(file.documents[0]?.value).toEqual({
      base: { a: 1, b: 2 },
      other: { b: 3, c: 4 },
      both: { a: 5, b: 2, c: 4 },
      copy: { a: 1, b: 2 },
      deep: { b: 3, c: 4, d: "six" },
      again: "six",
      "<<": "plain",
    });
  });
  test.each<[Path, string]>([
    [["both", "a"], "7:6-7:7"],
    [["both", "b"], "1:23-1:24"],
    [["both", "c"], "4:6-4:7"],
    [["copy", "b"], "1:23-1:24"],
    [["deep", "c"], "4:6-4:7"],
    [["deep", "x"], "10:3"],
    [["<<"], "13:7-13:12"],
  ])("lead to where the value is written: %j", (path, expected) => expect(place(file, path)).toBe(expected));

  test("an alias itself stands where it is used", () => expect(place(file, ["again"])).toBe("12:8"));

  test("an anchor that is set again counts from there on", () => {
    expect(firstValue("- &x 1\n- *x\n- &x 2\n- *x\n")).toEqual([1, 1, 2, 2]);
  });
  test("an alias without anchor is an error at its place", () => {
    expect(parseYaml("a: *nowhere\n", "a.yaml").errors).toMatchObject([
      { at: { line: 1, column: 4 }, duplicateKey: false, message: expect.stringContaining("*nowhere") },
    ]);
  });
  test("an alias of an earlier document is none of this one", () => {
    expect(parseYaml("a: &x 1\n---\nb: *x\n", "a.yaml").errors).toMatchObject([{ at: { line: 3, column: 4 } }]);
  });
});

describe("duplicate keys", () => {
  test.each<[string, string, readonly string[]]>([
    ["at the top", "a: 1\nb: 2\na: 3\n", ["3:1"]],
    ["nested, each of them", "x:\n  a: 1\n  a: 2\n  a: 3\ny: {b: 1, b: 2}\n", ["3:3", "4:3", "5:11"]],
    ["in the second document", "a: 1\n---\na: 1\na: 2\n", ["4:1"]],
    ["quoted and not", 'a: 1\n"a": 2\n', ["2:1"]],
    ["two merge keys", "b: &b {x: 1}\nc:\n  <<: *b\n  <<: *b\n", ["4:3"]],
  ])("%s", (_name, text, expected) => {
    const { errors } = parseYaml(text, "a.yaml");
    expect(errors.map(({ at }) => `${at.line}:${at.column}`)).toEqual(expected);
    expect(errors.every(({ duplicateKey }) => duplicateKey)).toBe(true);
  });
  test("the last one is the value, and the one that is located", () => {
    const file = parseYaml("a: 1\na: 2\n", "a.yaml");
    expect(file.documents[0]?.value).toEqual({ a: 2 });
    expect(place(file, ["a"])).toBe("2:4-2:5");
  });
  test("a key of a merged mapping is no duplicate", () => {
    expect(parseYaml("b: &b {x: 1}\nc: {<<: *b, x: 2}\n", "a.yaml").errors).toEqual([]);
  });
  test("in JSON too", () => {
    const file = parseYaml('{"a": 1,\n "b": {"c": "\\"c\\": ", "c": 2}}', "d.json");
    expect(file.errors).toMatchObject([{ duplicateKey: true, at: { line: 2, column: 24 } }]);
  });
});

describe("errors", () => {
  test.each<[string, string, string]>([
    ["a tab as indentation", "a:\n\tb: 1\n", "2:1"],
    ["wrong indentation", "a:\n   b: 1\n  c: 2\n", "3:1"],
    ["an open quote", 'a: "b\n', "2:1"],
    ["an open bracket", "a: [1, 2\nb: 3\n", "2:1"],
    ["two colons", "a: b: c\n", "1:4"],
    ["JSON with a comma too many", '{"a": [1,,2]}', "1:10"],
  ])("%s", (_name, text, expected) => {
    const { errors } = parseYaml(text, "a.yaml");
    const [first] = errors;
    expect(`${first?.at.line}:${first?.at.column}`).toBe(expected);
    expect(first?.duplicateKey).toBe(false);
    expect(first?.message).not.toMatch(/\n/);
  });
  test("of several documents are all told, in the order of the file", () => {
    const { errors, documents } = parseYaml("a: b: c\n---\nx: 1\nx: 2\n---\ny: [\n", "a.yaml");
    expect(errors.map(({ at }) => at.line)).toEqual(errors.map(({ at }) => at.line).toSorted((a, b) => a - b));
    expect(new Set(errors.map(({ at }) => at.line)).size).toBeGreaterThanOrEqual(3);
    expect(documents).toHaveLength(3);
  });
});

describe("documents", () => {
  test.each<[string, string, readonly Json[]]>([
    ["none", "", []],
    ["only comments", "# nothing\n", []],
    ["several", "a: 1\n---\nb: 2\n...\n---\nc: 3\n", [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ["an empty one between", "a: 1\n---\n---\nb: 2\n", [{ a: 1 }, null, { b: 2 }]],
    ["a separator first", "---\na: 1\n", [{ a: 1 }]],
    ["a directive", "%YAML 1.2\n---\na: yes\n", [{ a: "yes" }]],
    ["no mapping", "just text\n", ["just text"]],
  ])("%s", (_name, text, expected) => {
    const file = parseYaml(text, "a.yaml");
    expect(file.errors).toEqual([]);
    expect(file.documents.map(({ value }) => value)).toEqual(expected);
  });
  test("each is located in the file", () => {
    const file = parseYaml("a: 1\n---\n# here\na: 2\n", "a.yaml");
    expect(place(file, ["a"], false, 1)).toBe("4:4-4:5");
    expect(place(file, [], false, 1)).toBe("4:1");
  });
});

describe("scalars are read as the tool reads them that gets the file", () => {
  // What `kubectl kustomize` 1.35 and `helm template` 3.22 and 4.3 printed for these.
  const text =
    "a: yes\nb: on\nc: 0644\nd: 1:20\ne: 2020-01-01\nf: =\ng: 1_000\nh: 1e3\ni: ~\nj: 'yes'\nk: 0x1F\nl: True\n";
  const both = { c: 420, d: "1:20", e: "2020-01-01", f: "=", g: 1000, h: 1000, i: null, j: "yes", k: 31, l: true };
  test("kustomize", () => {
    expect(parseYaml(text, "a.yaml", "kustomize").documents[0]?.value).toEqual({ ...both, a: "yes", b: "on" });
  });
  test("helm", () => {
    expect(parseYaml(text, "a.yaml", "helm").documents[0]?.value).toEqual({ ...both, a: true, b: true });
  });
  test("keys of a dashboard's grid stay what they are", () => {
    expect(firstValue("gridPos: {x: 0, y: 8}\n")).toEqual({ gridPos: { x: 0, y: 8 } });
  });
  test("__proto__ is a key like any other", () => {
    const value = firstValue("__proto__: {polluted: true}\na: 1\n");
    expect(Object.keys(value as object)).toEqual(["__proto__", "a"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Reflect.get(value as object, "polluted")).toBeUndefined();
  });
});

describe("JSON files", () => {
  const text = '{\n  "title": "GPU",\n  "panels": [\n    {"targets": [{"expr": "up == 0"}]}\n  ]\n}\n';
  test("are located like YAML", () => {
    const file = parseYaml(text, "dashboard.json");
    expect(file.documents.map(({ value }) => value)).toEqual([JSON.parse(text)]);
    expect(place(file, ["panels", 0, "targets", 0, "expr"])).toBe("4:27-4:36");
    expect(place(file, ["title"], true)).toBe("2:3-2:10");
  });
  test("that are no JSON are read as YAML, as kustomize does", () => {
    expect(firstValue("{a: 1, b: [x,]}", "loose.json")).toEqual({ a: 1, b: ["x"] });
  });
  test("an empty one has no document", () => {
    expect(parseYaml("", "empty.json")).toMatchObject({ documents: [], errors: [] });
  });
});

/** Every path to a value, containers included. */
const pathsOf = (value: Json | undefined, path: Path = []): readonly Path[] =>
  typeof value === "object" && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [path];

test("whatever the shape: at the place of a scalar stands that scalar, and containers come before what they hold", () => {
  const random = seeded(7);
  for (let round = 0; round < 200; round += 1) {
    const value = randomJson(random, 4);
    const text = JSON.stringify(value, null, random() < 0.5 ? 2 : 0);
    const file = parseYaml(text, random() < 0.5 ? "a.yaml" : "a.json");
    const [document] = file.documents;
    expect(document?.value).toEqual(value);
    for (const path of pathsOf(value)) {
      const at = document?.locate(path);
      if (at === undefined) throw new Error("no document");
      const start = offsetOf(text, at.line, at.column);
      const own = path.reduce<Json | undefined>((here, step) => (here as Record<string | number, Json>)[step], value);
      if (typeof own !== "object" || own === null) {
        const end = offsetOf(text, at.endLine ?? at.line, at.endColumn ?? at.column);
        expect(JSON.parse(text.slice(start, end))).toBe(own);
      } else expect(text.charAt(start)).toBe(Array.isArray(own) ? "[" : "{");
    }
  }
});

const offsetOf = (text: string, line: number, column: number): number =>
  text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0) +
  column -
  1;

/** The same numbers on every machine (mulberry32). */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const randomJson = (random: () => number, depth: number): Json => {
  const kind = Math.floor(random() * (depth === 0 ? 4 : 6));
  const size = Math.floor(random() * 4);
  if (kind === 0) return null;
  if (kind === 1) return random() < 0.5;
  if (kind === 2) return Math.floor(random() * 1000) - 500;
  if (kind === 3) return ["", "a b", "yes", "0644", "ü🔥", 'q"\\', "<<", "- x", "# no"][Math.floor(random() * 9)] ?? "";
  if (kind === 4) return Array.from({ length: size }, () => randomJson(random, depth - 1));
  return Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, randomJson(random, depth - 1)]));
};

describe("hostile documents end quickly, as errors", () => {
  const laughs = Array.from({ length: 30 }, (_, level) =>
    level === 0 ? "a0: &a0 [x, x]" : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
  ).join("\n");
  test.each<[string, string, RegExp]>([
    ["a billion laughs", laughs, /expand to more than/],
    ["a billion laughs by merge keys", laughs.replaceAll(/\[(.*?), (.*?)\]/g, "{a: $1, b: $2}"), /expand to more than/],
    ["an anchor in itself", "a: &a [*a]\n", /inside its own anchor/],
    ["nested flow", `a: ${"[".repeat(50_000)}`, /./],
    ["nested sequences", `${"- ".repeat(20_000)}a`, /./],
    ["nothing but errors", "a: b: c\n".repeat(5000), /./],
  ])("%s", (_name, text, message) => {
    const { errors } = parseYaml(text, "bomb.yaml");
    expect(errors[0]?.message).toMatch(message);
    expect(errors.length).toBeLessThanOrEqual(50);
  });
  test("more items than memory has room for", () => {
    expect(parseYaml("- a\n".repeat(400_000), "a.yaml")).toMatchObject({
      documents: [],
      errors: [{ at: { line: 1 }, message: expect.stringContaining("too large to be read") }],
    });
  });
  test("nested JSON", () => {
    expect(parseYaml(`${"[".repeat(50_000)}${"]".repeat(50_000)}`, "bomb.json").errors).not.toEqual([]);
  });
  test("many aliases of one anchor are no bomb", () => {
    const text = `base: &b {a: 1}\nall:\n${"  - *b\n".repeat(5000)}`;
    expect(parseYaml(text, "a.yaml").errors).toEqual([]);
  });
  test("one large mapping is read in a walk, not in its square", () => {
    const text = `&anchor\n${Array.from({ length: 50_000 }, (_, index) => `k${index}: ${index}`).join("\n")}`;
    expect(parseYaml(text, "a.yaml").errors).toEqual([]);
  });
});

describe("the fast way and the slow way read the same", () => {
  /** A tag in a last document sends the whole file the slow way. */
  const slowly = (text: string, dialect: "kustomize" | "helm"): readonly Json[] =>
    parseYaml(`${text}\n---\n!!str end\n`, "a.yaml", dialect)
      .documents.map(({ value }) => value)
      .slice(0, -1);
  const quickly = (text: string, dialect: "kustomize" | "helm"): readonly Json[] =>
    parseYaml(text, "a.yaml", dialect).documents.map(({ value }) => value);
  const scalars =
    "~ null Null nULL true True tRUE false y Y n yes Yes on ON off Off 0 -0 +1 007 08 0644 -012 0o17 0x1F 0X1 0b11 1_000 _1 1e3 1E-3 1. .5 -.5 . .. 1.2.3 1:20 .inf .nan 2020-01-01 = - + 1e999 12345678901234567890 5m 1h30m 0.0.0.0/0".split(
      " ",
    );
  test.each(["kustomize", "helm"] as const)("every kind of scalar, for %s", (dialect) => {
    const text = scalars.map((one, index) => `k${index}: ${one}\n"q${index}": "${one}"`).join("\n");
    expect(quickly(text, dialect)).toEqual(slowly(text, dialect));
    const keys = "0644: a\ntrue: b\n1.50: c\nyes: d\n~: e\n";
    expect(quickly(keys, dialect)).toEqual(slowly(keys, dialect));
  });
  test.each([
    ["comments", "# a\na: 1 # b\n# c\n"],
    ["empty values", "a:\nb: \nc: ''\nd: []\ne: {}\nf:\n  -\n  - x\n"],
    ["block scalars", "a: |\n  x\n   y\n\nb: >-\n  folded\n  text\nc: |+\n  keep\n\nd: |2\n    two\n"],
    ["plain over lines", "a: one\n  two\n\n  three\nb: x\n"],
    ["quotes", "a: \"x\\n\\u00fc\\x41 \\\n  y\"\nb: 'it''s'\nc: \"\"\n"],
    ["flow", "a: [1, {b: c}, [x,\n  y]]\nd: {e: , f}\n"],
    ["expressions", 'expr: up != 0 && x =~ "a|b" or -y * 2 > !z\n'],
    ["windows line endings", "a: |\r\n  x\r\n  y\r\nb: 1\r\n"],
    ["several documents", "---\na: 1\n---\n---\nb: 2\n...\n---\n# only a comment\n---\nc: 3\n"],
    ["explicit keys", "? a\n: 1\n? b\n"],
    ["sequences without indentation", "a:\n- 1\n- b: 2\n  c: 3\nd: 4\n"],
    ["unicode", 'ü: 🔥\n"\\U0001F525": x\n'],
  ])("%s", (_name, text) => {
    expect(quickly(text, "kustomize")).toEqual(slowly(text, "kustomize"));
  });
});
