import { describe, expect, test } from "vitest";
import type { BaseCommit } from "../../src/outside/repository.ts";
import { sortComments } from "../../src/policy/known-comments.ts";
import { commentsIn } from "../../src/stack/suppression-comments.ts";

const file = "stack/a.yaml";
const baseOf = (files: Readonly<Record<string, string>>): BaseCommit => ({
  sha: "1".repeat(40),
  event: "pull_request",
  isProposal: true,
  read: async (names) =>
    new Map(names.flatMap((name) => (files[name] === undefined ? [] : [[name, files[name]] as const]))),
});
/** Lines of the comments that count, and of those that are only proposed. */
const linesOf = async (before: string, after: string, name = file) => {
  const { known, proposed } = await sortComments(baseOf({ [name]: before }), [{ file: name, text: after }]);
  return { known: known.map(({ at }) => at.line), proposed: proposed.map(({ at }) => at.line) };
};

const ignore = "# prometheus-stack: ignore alert-for-missing -- why";
const rules = (name: string, ...lines: readonly string[]): string =>
  ["kind: PrometheusRule", `metadata: { name: ${name} }`, "spec:", ...lines.map((line) => `  ${line}`), ""].join("\n");
const hot = [ignore, "- alert: GPUHot"];

describe("a comment counts where the commit has it", () => {
  const before = rules("gpu", ...hot);
  test.each([
    ["lines move", rules("gpu", "# more", "- alert: Other", ...hot)],
    ["the object moves", `${rules("new")}---\n${before}`],
    ["its line is indented otherwise", rules("gpu", ignore, "    - alert: GPUHot")],
    ["line breaks are those of Windows", before.replaceAll("\n", "\r\n")],
    ["other comments stand between", rules("gpu", ignore, "# so hot", "", "- alert: GPUHot")],
  ])("%s", async (_, after) => {
    expect(await linesOf(before, after)).toMatchObject({ known: [expect.any(Number)], proposed: [] });
  });

  test("behind its line as above it", async () => {
    const behind = rules("gpu", `- alert: GPUHot ${ignore}`);
    expect(await linesOf(behind, `# one more line\n${behind}`)).toEqual({ known: [5], proposed: [] });
  });

  test("in install.sh", async () => {
    const script = `set -e\n${ignore}\nhelm upgrade --install a b\n`;
    expect(await linesOf(script, `#!/bin/sh\n${script}`, "upstream/install.sh")).toEqual({ known: [3], proposed: [] });
  });
});

describe("a comment is only proposed", () => {
  const before = rules("gpu", ...hot);
  test.each([
    ["above another line", before, rules("gpu", ...hot, ignore, "- alert: New"), [6]],
    ["above a line that was exchanged", before, rules("gpu", ignore, "- alert: New"), [4]],
    ["copied with its line", before, rules("gpu", ...hot, ...hot), [6]],
    ["copied into another object", before, `${before}---\n${rules("new", ...hot)}`, [10]],
    ["moved into another object", before, `${rules("gpu")}---\n${rules("new", ...hot)}`, [8]],
    ["with another reason", before, before.replace("why", "why not"), [4]],
    ["for one more check", before, before.replace("missing", "missing, a-b"), [4]],
    ["behind the line instead of above it", before, rules("gpu", `- alert: Cold ${ignore}`), [4]],
    ["where the commit has its text as something else", 'a: "ignore alert-for-missing -- why"\n', before, [4]],
    ["in a file that is new", "", before, [4]],
    ["in a document without a name whose place changed", `a: 1\n---\n${ignore}\nb: 1\n`, `${ignore}\nb: 1\n`, [1]],
  ])("%s", async (_, old, after, proposed) => {
    expect((await linesOf(old, after)).proposed).toEqual(proposed);
  });

  test("beyond as many as the commit has, whatever their order", async () => {
    const { known, proposed } = await linesOf(
      rules("gpu", ...hot, ...hot),
      rules("gpu", ...hot, ...hot, ...hot, ...hot),
    );
    expect({ known, proposed }).toEqual({ known: [4, 6], proposed: [8, 10] });
  });

  test("in another file, also one of the same text", async () => {
    const { known } = await sortComments(baseOf({ [file]: before }), [{ file: "stack/b.yaml", text: before }]);
    expect(known).toEqual([]);
  });
});

describe("a comment counts below the keys where the commit has it", () => {
  const ignored = "# prometheus-stack: ignore component-missing -- why";
  const off = (key: string, isIgnored = true): string =>
    [`${key}:`, ...(isIgnored ? [`  ${ignored}`] : []), "  enabled: false", ""].join("\n");
  const values = "upstream/values.yaml";
  const before = `retention: 1d\n${off("alertmanager")}`;
  const counted = (after: string, old = before) => linesOf(old, after, values);

  test("although others come before it, and its neighbours change", async () => {
    const after = `more: 1\n${off("grafana", false)}${off("alertmanager")}  replicas: 2\n`;
    expect(await counted(after)).toEqual({ known: [5], proposed: [] });
  });

  test("and not below another key", async () => {
    const moved = `retention: 1d\nalertmanager:\n  enabled: true\n${off("grafana")}`;
    expect(await counted(moved)).toEqual({ known: [], proposed: [5] });
  });

  test("and not where a copy of it comes first: the old one goes on to count", async () => {
    expect(await counted(`${off("grafana")}${before}`)).toEqual({ known: [6], proposed: [2] });
  });

  test("and not below a key of the same name elsewhere", async () => {
    const deeper = `prometheus:\n  alertmanager:\n    ${ignored}\n    enabled: false\n`;
    expect(await counted(deeper)).toEqual({ known: [], proposed: [3] });
  });

  test("and not where braces let another line look like its key", async () => {
    const looks = `{ grafana: {\nalertmanager: 1,\n  ${ignored}\n  enabled: false\n}}\n`;
    expect(await counted(looks)).toEqual({ known: [], proposed: [3] });
  });

  test("and not where an alias brings its value to another key", async () => {
    const shared = before.replace("alertmanager:", "alertmanager: &off");
    expect(await counted(shared)).toEqual({ known: [3], proposed: [] });
    expect(await counted(`${shared}grafana: *off\n`)).toEqual({ known: [], proposed: [3] });
    expect(await counted(`${shared}grafana:\n  <<: *off\n`)).toEqual({ known: [], proposed: [3] });
    expect(await counted(`${shared}grafana: *off\n# more\n`, `${shared}grafana: *off\n`)).toMatchObject({ known: [3] });
    expect(await counted(`${shared}kubelet: *off\n`, `${shared}grafana: *off\n`)).toMatchObject({ known: [] });
  });

  const rule = (name: string, isIgnored: boolean): readonly string[] => [
    ...[`- alert: ${name}`, ...(isIgnored ? [`  ${ignore}`] : []), "  expr: up == 0"],
  ];
  const text = (...lines: readonly string[]): string =>
    [
      "kind: ConfigMap",
      "metadata: { name: rules }",
      "data:",
      "  rules.yaml: |",
      ...lines.map((line) => `    ${line}`),
      "",
    ].join("\n");
  test.each([
    ["in a list", rules],
    ["in a text of YAML", (_: string, ...lines: readonly string[]) => text("groups:", ...lines)],
  ])("of its item %s, wherever that is, and not of another", async (_, made) => {
    const old = made("gpu", ...rule("Hot", true), ...rule("Cold", false));
    expect(await linesOf(old, made("gpu", ...rule("New", false), ...rule("Hot", true)))).toMatchObject({
      known: [expect.any(Number)],
      proposed: [],
    });
    expect(await linesOf(old, made("gpu", ...rule("Hot", false), ...rule("Cold", true)))).toMatchObject({ known: [] });
  });
});

test("thousands of comments, each above a line of its own in lists and texts, are matched in little time", async () => {
  const some = (count: number, indent: string): string =>
    Array.from({ length: count }, (_, index) => `${indent}${ignore}\n${indent}- a: ${index}\n`).join("");
  const text = `a:\n${some(10_000, "  ")}b: |\n  c:\n${some(10_000, "    ")}`;
  const start = process.cpuUsage();
  const { known, proposed } = await linesOf(text, `d: 1\n${text}`);
  expect({ known: known.length, proposed: proposed.length }).toEqual({ known: 20_000, proposed: 0 });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
});

test("thousands of comments above one line of megabytes are matched in little time", async () => {
  const text = `${"# prometheus-stack: ignore a-b -- why\n".repeat(20_000)}a: ${"x".repeat(3_000_000)}\n`;
  const start = process.cpuUsage();
  const { known, proposed } = await linesOf(text, `b: 1\n${text}`);
  expect({ known: known.length, proposed: proposed.length }).toEqual({ known: 20_000, proposed: 0 });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
});

describe("time grows as the text does", () => {
  const long = 60_000;
  const most = 20 * long;
  /** Milliseconds of the processor, the least of three: other tests run beside this one. */
  const took = (run: () => unknown): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = process.cpuUsage();
        run();
        return process.cpuUsage(start).user / 1000;
      }),
    );
  test.each([
    ["spaces before a comment", (n: number) => `${" ".repeat(n)}x # prometheus-stack: ignore`],
    ["spaces in a comment", (n: number) => `#${" ".repeat(n)}prometheus-stack:${" ".repeat(n)}ignor`],
    ["hashes", (n: number) => `${" #".repeat(n / 2)} prometheus-stack: ignor`],
    ["marks", (n: number) => " # prometheus-stack: ignor".repeat(n / 25)],
    ["spaces behind a comment", (n: number) => `# prometheus-stack: ignore a${" ".repeat(n)}- x`],
    ["names and commas", (n: number) => `# prometheus-stack: ignore ${"a , ".repeat(n / 4)}`],
    ["commas with spaces", (n: number) => `# prometheus-stack: ignore a${" ".repeat(n / 2)},${" ".repeat(n / 2)}- x`],
    ["dashes", (n: number) => `# prometheus-stack: ignore a ${"-".repeat(n)} -- x`],
    ["lines of comments", (n: number) => "# prometheus-stack: ignore a-b -- why\n".repeat(n / 38)],
    ["empty lines", (n: number) => `${"# prometheus-stack: ignore a-b -- why\n\n".repeat(n / 39)}`],
  ])(
    "%s",
    (_, text) => {
      const [small, large] = [most / 4, most].map((n) => {
        const one = { file, text: text(n) };
        return took(() => commentsIn(one));
      });
      // Four times the text: what is quadratic takes sixteen times as long, here minutes.
      expect(large ?? 0).toBeLessThan(8 * (small ?? 0) + 100);
    },
    60_000,
  );
});
