import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { relabel } from "../../../src/signal/scrape/relabel.ts";
import { relabelRules } from "../../../src/signal/scrape/scrape-job.ts";
import { tool } from "../../tools-dir.ts";

const seed = 20261124;
const names = ["a", "b", "__meta_x", "__meta_y", "c_1"];
const values = ["", "x", "y", "Xy", "x;y", "10.1.2.3:9400", "gpu-metrics", "a\nb", "ä"];
const regexes = [
  "(.*)",
  "(.+)",
  "x",
  "x|y",
  "(.*);(.*)",
  "(.+):(\\d+)",
  "(?i)xY",
  "gpu-(?P<kind>.+)",
  "a.b",
  "[^x]*",
  "__meta_(.+)",
  "(a|b)",
  "c_.",
  "",
];
const replacements = ["$1", "$" + "{1}_z", "$1_z", "$$x", "$kind", "", "fixed", "$2$1", "$0", "$"];

const replaceRule = fc.record({
  action: fc.constantFrom("replace", "Replace"),
  sourceLabels: fc.subarray(names, { maxLength: 2 }),
  separator: fc.constantFrom(";", "", "-"),
  regex: fc.constantFrom(...regexes),
  targetLabel: fc.constantFrom("t", "a", "t_$1", "__meta_x"),
  replacement: fc.constantFrom(...replacements),
});
const filterRule = fc.record({
  action: fc.constantFrom("keep", "drop"),
  sourceLabels: fc.subarray(names, { minLength: 1, maxLength: 2 }),
  regex: fc.constantFrom(...regexes),
});
const nameRule = fc.record({
  action: fc.constantFrom("labeldrop", "labelkeep"),
  regex: fc.constantFrom("a|b", "c_.", "__.*|a|job|instance"),
});
const mapRule = fc.record({
  action: fc.constant("labelmap"),
  regex: fc.constantFrom("__meta_(.+)", "(a|b)"),
  replacement: fc.constantFrom("$1", "m_$1"),
});
const caseRule = fc.record({
  action: fc.constantFrom("lowercase", "uppercase", "keepequal", "dropequal"),
  sourceLabels: fc.constantFrom(["a"], ["b"]),
  targetLabel: fc.constantFrom("b", "t"),
});
const hashRule = fc.record({
  action: fc.constant("hashmod"),
  sourceLabels: fc.subarray(names, { minLength: 1 }),
  targetLabel: fc.constant("h"),
  modulus: fc.constantFrom(2, 7, 1000003),
});
const rules = fc.array(
  fc.oneof({ weight: 5, arbitrary: replaceRule }, filterRule, nameRule, mapRule, caseRule, hashRule),
  { minLength: 1, maxLength: 4 },
);
const labels = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...values), { noNullPrototype: true });

const snakes: Readonly<Record<string, string>> = { sourceLabels: "source_labels", targetLabel: "target_label" };
/** As the operator writes it: an empty regex is left out. */
const asPrometheus = (rule: object) =>
  Object.fromEntries(
    Object.entries(rule)
      .filter(([key, value]) => key !== "regex" || value !== "")
      .map(([key, value]) => [snakes[key] ?? key, value]),
  );

/** Labels of Prometheus' own that relabeling starts with, and that are of no interest here. */
const withoutScrape = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !/^__(?!address__|meta_)/.test(name)));

const discovered = (promtool: string, file: string, count: number): { labels: Record<string, string> }[] => {
  // promtool collects until the time is over; on a busy machine the first targets may take longer.
  for (const timeout of ["300ms", "3s", "20s"]) {
    const found = JSON.parse(
      execFileSync(promtool, ["check", "service-discovery", `--timeout=${timeout}`, file, "j"], { encoding: "utf8" }),
    );
    if (Array.isArray(found) && found.length === count) return found;
  }
  throw new Error(`promtool did not discover ${count} targets`);
};

test("relabeling agrees with Prometheus", { timeout: 120_000 }, async () => {
  const promtool = await tool("promtool");
  const folder = mkdtempSync(join(tmpdir(), "relabel-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [index, list] of fc.sample(rules, { seed, numRuns: 30 }).entries()) {
    const targets = fc
      .sample(labels, { seed: seed + index, numRuns: 40 })
      .map((own, place) => ({ ...own, __address__: `t${place}:1` }));
    const config = {
      scrape_configs: [
        {
          job_name: "j",
          static_configs: targets.map(({ __address__, ...own }) => ({ targets: [__address__], labels: own })),
          relabel_configs: list.map(asPrometheus),
        },
      ],
    };
    const file = join(folder, `${index}.yml`);
    writeFileSync(file, JSON.stringify(config));
    const seen = new Map(discovered(promtool, file, targets.length).map((one) => [addressOf(one), one.labels]));
    for (const target of targets) {
      const { kept, labels: after } = relabel({ ...target, job: "j" }, relabelRules(list));
      const theirs = withoutScrape(seen.get(target.__address__) ?? {});
      const ours = kept && after["__address__"] ? withInstance(withoutMeta(after)) : {};
      expect(ours, JSON.stringify({ list, target })).toEqual(theirs);
    }
  }
});

const addressOf = (one: object): string => {
  const { discoveredLabels } = one as { discoveredLabels: Record<string, string> };
  return discoveredLabels["__address__"] ?? "";
};

const withoutMeta = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith("__meta_")));

const withInstance = (all: Readonly<Record<string, string>>) => ({ instance: all["__address__"], ...all });
