import { execFileSync } from "node:child_process";
import { posix } from "node:path";
import { type Clone, openClone } from "./clone.ts";
import { describedMetrics, type SourceMetric, type StringOf } from "./described-metrics.ts";
import { type ListedMetric, metricLines } from "./listed-metric.ts";

/**
 * What a component that Go's client library instruments says of its metrics in its sources, by all of its releases
 * together: names and types of what it registers. Names that are made while it runs are in none, so that the list is
 * good for what is there and not for what is not.
 */
export const componentMetrics =
  (repository: string, prefix: string, since: string) =>
  (folder: string): unknown => {
    const clone = openClone(folder, since);
    const [from = "", to = ""] = [clone.versions[0], clone.versions.at(-1)];
    const found = clone.versions.flatMap((version) => metricsOf(folder, clone, version, prefix));
    return { sources: [`${repository}/tree/v${to}`], from, to, metrics: metricLines(new Map([[to, agreed(found)]])) };
  };

/** A metric whose type changed has none. */
export const agreed = (all: readonly ListedMetric[]): readonly ListedMetric[] =>
  [...Map.groupBy(all, ({ name }) => name).values()].flatMap(([first, ...others]) =>
    first === undefined || others.some(({ type }) => type !== first.type) ? [] : [first],
  );

const metricsOf = (folder: string, clone: Clone, version: string, prefix: string): readonly ListedMetric[] => {
  const constants = constantsIn(
    grep(folder, version, '^\\s*(const\\s+)?[A-Za-z]\\w*(\\s+string)?\\s*=\\s*"[a-z_]+"\\s*$', 0),
  );
  const stringIn =
    (file: string): StringOf =>
    (written) =>
      /^"(\w*)"$/.exec(written)?.[1] ??
      constants.get(`${posix.dirname(file)} ${written}`) ??
      constants.get(written) ??
      null;
  const blocks = grep(folder, version, "(Counter|Gauge|Histogram|Summary)Opts\\{|NewDesc\\(", 8);
  const made = blocks.flatMap(({ file, text }) => optionedMetric(text, stringIn(file)));
  const describing = new Set(blocks.filter(({ text }) => text.includes("NewDesc(")).map(({ file }) => file));
  const described = [...describing].flatMap((file) => describedMetrics(clone.text(version, file), stringIn(file)));
  return [...made, ...described]
    .filter(({ name }) => name.startsWith(prefix))
    .flatMap(({ name, kind }) => storedAs(name, kind));
};

/** The metric that is made by the options with which a text begins. */
const optionedMetric = (text: string, stringOf: StringOf): readonly SourceMetric[] => {
  const [, kind, inside = ""] = /(Counter|Gauge|Histogram|Summary)Opts\{([\s\S]*)/.exec(text) ?? [];
  if (kind === undefined) return [];
  const parts = ["Namespace", "Subsystem", "Name"].map((field) => {
    const written = new RegExp(`\\b${field}:\\s*([^,\\n}]+)`).exec(inside)?.[1]?.trim();
    return written === undefined ? "" : stringOf(written);
  });
  if (parts.includes(null) || parts[2] === "") return [];
  return [{ name: parts.filter((part) => part !== "").join("_"), kind }];
};

/** The names under which Prometheus stores it: native histograms have the base name alone. */
export const storedAs = (name: string, kind: string): readonly ListedMetric[] => {
  const metric = (stored: string, type: ListedMetric["type"]): ListedMetric => ({
    name: stored,
    part: "-",
    type,
    labels: ["*"],
  });
  if (kind === "Counter") return [metric(name, "counter")];
  if (kind === "Gauge") return [metric(name, "gauge")];
  const parts = [metric(`${name}_sum`, "counter"), metric(`${name}_count`, "counter"), metric(name, "untyped")];
  return kind === "Histogram" ? [...parts, metric(`${name}_bucket`, "counter")] : parts;
};

interface Block {
  readonly file: string;
  readonly text: string;
}

/** Matches in the release's own Go sources with the lines after them. */
const grep = (folder: string, version: string, pattern: string, after: number): readonly Block[] => {
  const paths = ["*.go", ":!*_test.go", ":!vendor", ":!*/testutil/*", ":!tests", ":!functional"];
  const args = ["-C", folder, "grep", "-nP", `-A${after}`, pattern, `v${version}`, "--", ...paths];
  const lines = execFileSync("git", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).split("\n");
  const blocks: { file: string; text: string }[] = [];
  for (const line of lines) {
    const [, file = "", mark = "", text = ""] = /^v[^:]+:(.+?\.go)([:-])\d+[:-](.*)$/.exec(line) ?? [];
    if (file === "") continue;
    if (mark === ":") blocks.push({ file, text });
    else {
      const last = blocks.at(-1);
      if (last !== undefined) last.text += `\n${text}`;
    }
  }
  return blocks;
};

/**
 * By folder and name, and by the name that other packages have for it (`plugin.Namespace`), where there is one such.
 */
const constantsIn = (found: readonly Block[]): ReadonlyMap<string, string> => {
  const named = found.flatMap(({ file, text }) => {
    const [, name, value] = /(?:const\s+)?([A-Za-z]\w*)(?:\s+string)?\s*=\s*"([a-z_]+)"/.exec(text) ?? [];
    return name === undefined || value === undefined ? [] : [{ folder: posix.dirname(file), name, value }];
  });
  const exported = Map.groupBy(named, ({ folder, name }) => `${posix.basename(folder)}.${name}`);
  return new Map([
    ...[...exported].flatMap(([key, [first, ...others]]) =>
      first === undefined || others.some(({ value }) => value !== first.value) ? [] : [[key, first.value] as const],
    ),
    ...named.map(({ folder, name, value }) => [`${folder} ${name}`, value] as const),
  ]);
};
