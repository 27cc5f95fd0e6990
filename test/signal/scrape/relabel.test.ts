import fc from "fast-check";
import { expect, test } from "vitest";
import { anchoredRegexp } from "../../../src/promql/anchored-regexp.ts";
import { type RelabelRule, relabel, relabelRule } from "../../../src/signal/scrape/relabel.ts";
import { hasUnseen, unseen } from "../../../src/world/unseen.ts";

const apply = (labels: Record<string, string>, ...rules: Partial<RelabelRule>[]) =>
  relabel(labels, rules.map(relabelRule));

test("keep and drop match the whole value, joined by the separator", () => {
  const keep = { action: "keep", sourceLabels: ["a", "b"], regex: "x;y" };
  expect(apply({ a: "x", b: "y" }, keep).kept).toBe(true);
  expect(apply({ a: "x", b: "yz" }, keep).kept).toBe(false);
  expect(apply({ a: "x" }, { action: "keep", sourceLabels: ["a", "b"], regex: "x;" }).kept).toBe(true);
  expect(apply({ a: "x", b: "y" }, { ...keep, action: "drop" }).kept).toBe(false);
  expect(apply({ a: "x-y" }, { action: "Keep", sourceLabels: ["a", "a"], separator: "", regex: "x-yx-y" }).kept).toBe(
    true,
  );
});

test("keepequal and dropequal compare with the target label", () => {
  const rule = { sourceLabels: ["a"], targetLabel: "b" };
  expect(apply({ a: "1", b: "1" }, { action: "keepequal", ...rule }).kept).toBe(true);
  expect(apply({ a: "1", b: "2" }, { action: "keepequal", ...rule }).kept).toBe(false);
  expect(apply({ a: "1", b: "1" }, { action: "dropequal", ...rule }).kept).toBe(false);
  expect(apply({ b: "1" }, { action: "dropequal", ...rule }).kept).toBe(true);
});

test.each<[string, Record<string, string>, Partial<RelabelRule>, Record<string, string>]>([
  ["the default copies", { a: "1" }, { sourceLabels: ["a"], targetLabel: "b" }, { a: "1", b: "1" }],
  ["an empty result removes the label", { a: "1" }, { targetLabel: "a", replacement: "" }, {}],
  ["a constant", {}, { targetLabel: "a", replacement: "x" }, { a: "x" }],
  [
    "a missing source sets nothing where something is required",
    { b: "1" },
    { sourceLabels: ["a"], targetLabel: "b", regex: "(.+)" },
    { b: "1" },
  ],
  ["a missing source clears by default", { b: "1" }, { sourceLabels: ["a"], targetLabel: "b" }, {}],
  [
    "the longest group name counts: $1x is a group 1x, which is empty",
    { a: "1" },
    { sourceLabels: ["a"], targetLabel: "b", replacement: "$1x" },
    { a: "1" },
  ],
  [
    "braces end a group's name",
    { a: "1" },
    { sourceLabels: ["a"], targetLabel: "b", replacement: "$" + "{1}x$$" },
    { a: "1", b: "1x$" },
  ],
  [
    "named groups",
    { a: "host:80" },
    { sourceLabels: ["a"], targetLabel: "b", regex: "(?P<host>[^:]+):.*", replacement: "$host" },
    { a: "host:80", b: "host" },
  ],
  [
    "the target may be a template",
    { a: "k=v" },
    { sourceLabels: ["a"], targetLabel: "t_$1", regex: "(.*)=(.*)", replacement: "$2" },
    { a: "k=v", t_k: "v" },
  ],
  [
    "dots take line feeds",
    { a: "x\ny" },
    { sourceLabels: ["a"], targetLabel: "b", regex: "x.y", replacement: "z" },
    { a: "x\ny", b: "z" },
  ],
  ["labelmap", { m_a: "1", n: "2" }, { action: "labelmap", regex: "m_(.+)" }, { m_a: "1", n: "2", a: "1" }],
  ["labeldrop", { m_a: "1", n: "2" }, { action: "labeldrop", regex: "m_.+" }, { n: "2" }],
  ["labelkeep", { m_a: "1", n: "2" }, { action: "labelkeep", regex: "m_.+" }, { m_a: "1" }],
  ["lowercase", { a: "Ab" }, { action: "lowercase", sourceLabels: ["a"], targetLabel: "b" }, { a: "Ab", b: "ab" }],
  ["uppercase", { a: "Ab" }, { action: "uppercase", sourceLabels: ["a"], targetLabel: "b" }, { a: "Ab", b: "AB" }],
  [
    "a pattern that RE2 refuses changes nothing",
    { a: "1" },
    { sourceLabels: ["a"], targetLabel: "b", regex: "(?=1)" },
    { a: "1" },
  ],
])("%s", (_, labels, rule, expected) => {
  expect(apply(labels, rule)).toEqual({ kept: true, labels: expected });
});

test("what only the cluster knows: a wildcard takes it, a number may or may not be in it", () => {
  const address = `${unseen("address")}:9400`;
  const port = { sourceLabels: ["__address__"], regex: "(.+):9400", targetLabel: "host" };
  expect(apply({ __address__: address }, port).labels["host"]).toBe(unseen("address"));
  const inRange = { sourceLabels: ["__address__"], regex: "10\\..*", targetLabel: "zone", replacement: "a" };
  expect(hasUnseen(apply({ __address__: address, zone: "b" }, inRange).labels["zone"] ?? "")).toBe(true);
  expect(apply({ __address__: address }, { ...inRange, action: "keep" }).kept).toBe("unknown");
  expect(apply({ __address__: address }, { ...inRange, action: "drop" }).kept).toBe("unknown");
  expect(apply({ __address__: address }, { ...inRange, action: "keep" }, { action: "drop", regex: ".*" }).kept).toBe(
    false,
  );
});

test("the words that stand for an unknown value are not the value", () => {
  const name = unseen("name of a pod of DaemonSet gpu-operator/nvidia-dcgm-exporter");
  const keep = { action: "keep", sourceLabels: ["pod"] };
  expect(apply({ pod: name }, { ...keep, regex: ".*dcgm-exporter.*" }).kept).toBe("unknown");
  expect(apply({ pod: name }, { ...keep, regex: "[^0-9]+" }).kept).toBe("unknown");
  expect(apply({ pod: name }, { ...keep, regex: "." }).kept).toBe("unknown");
  expect(apply({ pod: name }, { ...keep, regex: ".+" }).kept).toBe(true);
});

test("what is told for certain of unknown values holds for every value", () => {
  const regexes = [
    "(.*)",
    "(.+)",
    "10[.].*",
    "(.+):9400",
    "([^:]+)(?::[0-9]+)?",
    ".*-exporter.*",
    "Pod;(.*)",
    "[a-z-]+",
    ".{3}",
  ];
  const rule = fc.record({
    action: fc.constantFrom("replace", "keep", "drop", "lowercase", "keepequal", "labeldrop"),
    sourceLabels: fc.subarray(["a", "b", "kind"]),
    targetLabel: fc.constantFrom("a", "t"),
    regex: fc.constantFrom(...regexes),
    replacement: fc.constantFrom("$1", "x", "$1-$2", ""),
  });
  const value = fc.constantFrom("10.0.0.7", "dcgm-exporter-x7k2p", "Node-1.example.org", "abc");
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 4 }), value, value, (rules, a, b) => {
      const known = apply({ a: `${a}:9400`, b, kind: "Pod" }, ...rules);
      const told = apply({ a: `${unseen("a")}:9400`, b: unseen("b"), kind: "Pod" }, ...rules);
      if (told.kept === "unknown") return;
      expect(known.kept).toBe(told.kept);
      if (told.kept === false) return;
      for (const [name, text] of Object.entries(told.labels))
        if (!hasUnseen(text)) expect(known.labels[name]).toBe(text);
      for (const name of Object.keys(known.labels)) expect(told.labels).toHaveProperty([name]);
    }),
    { seed: 20261124, numRuns: 4000 },
  );
});

test("of two labels that labelmap gives one name either may win", () => {
  const rule = { action: "labelmap", regex: "m_.", replacement: "t" };
  expect(hasUnseen(apply({ m_a: "1", m_b: "2" }, rule).labels["t"] ?? "")).toBe(true);
  expect(apply({ m_a: "1", m_b: "1" }, rule).labels["t"]).toBe("1");
});

test("hashmod is that of Prometheus: the last eight bytes of the MD5 sum", () => {
  const rule = { action: "hashmod", sourceLabels: ["a"], targetLabel: "h" };
  // md5("") ends in 0xe9800998ecf8427e, and that of "a" in 0x31c399e269772661.
  expect(apply({}, { ...rule, modulus: 1_000_000_007n }).labels["h"]).toBe(
    String(0xe9800998ecf8427en % 1_000_000_007n),
  );
  expect(apply({ a: "a" }, { ...rule, modulus: 8n }).labels["h"]).toBe(String(0x31c399e269772661n % 8n));
});

test("literal patterns take the short way to the same answer", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_;-]{0,8}$/);
  fc.assert(
    fc.property(word, word, (pattern, text) => {
      const slow = anchoredRegexp(`(?:${pattern})`);
      expect(anchoredRegexp(pattern)?.test(text)).toBe(slow?.test(text));
      expect(anchoredRegexp(pattern)?.expand("<$0>", text)).toBe(slow?.expand("<$0>", text));
    }),
    { seed: 20261124 },
  );
});

test("so do the patterns of the operator's own rules", () => {
  for (const pattern of ["(.*)", "(.+)"])
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const slow = anchoredRegexp(`(?:${pattern})`);
        expect(anchoredRegexp(pattern)?.test(text)).toBe(slow?.test(text));
        expect(anchoredRegexp(pattern)?.expand("<$0|$1|$2>", text)).toBe(slow?.expand("<$0|$1|$2>", text));
      }),
      { seed: 20261124 },
    );
});

test("and what the operator makes of a selector's values", () => {
  const word = fc.stringMatching(/^[ab-]{0,2}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, fc.boolean(), (values, value, present) => {
      const pattern = `(${values.join("|")});true`;
      const text = `${value};${present}`;
      const slow = anchoredRegexp(`(?:${pattern})`);
      expect(anchoredRegexp(pattern)?.test(text)).toBe(slow?.test(text));
      expect(anchoredRegexp(pattern)?.expand("<$0|$1|$2>", text)).toBe(slow?.expand("<$0|$1|$2>", text));
    }),
    { seed: 20261127 },
  );
});
