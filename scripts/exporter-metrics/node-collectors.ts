import { type Clone, openClone } from "./clone.ts";
import { expositionIn } from "./exposition.ts";
import { type ListedMetric, metricLines } from "./listed-metric.ts";
import { type RenamedMetric, renamedIn } from "./node-renames.ts";

const repository = "https://github.com/prometheus/node_exporter";

/**
 * What the node exporter has on Linux, by its releases: names in the sources of its collectors, with types and labels
 * of the output that its own tests expect; which collectors are on when no argument names them; and under which prefix
 * a collector has no other names than those that its source states (`closed`), or makes names of what it finds
 * (`open`).
 */
export const nodeCollectors = (folder: string) => {
  const clone = openClone(folder, "1.0.0");
  const newest = clone.versions.at(-1) ?? "";
  const read = new Map(clone.versions.map((version) => [version, releaseOf(clone, version)]));
  const names = new Set([...read.values()].flatMap(({ metrics }) => metrics.map(({ name }) => name)));
  const rules = clone.text(newest, "docs/example-16-compatibility-rules.yml");
  const renames: readonly RenamedMetric[] = renamedIn(rules, (name) => names.has(name));
  const last = read.get(newest);
  return {
    sources: [
      `${repository}/tree/v${newest}/collector`,
      `${repository}/blob/v${newest}/collector/fixtures/e2e-output.txt`,
      `${repository}/blob/v${newest}/docs/example-16-compatibility-rules.yml`,
    ],
    from: clone.versions[0] ?? "",
    to: newest,
    defaults: spans(read, ({ on }) => on),
    collectors: spans(read, ({ collectors }) => collectors),
    prefixes: last?.prefixes ?? [],
    renamed: renames.map(({ from, to, plain }) => `${from} ${to} ${plain ? "same" : "other"}`),
    metrics: metricLines(new Map([...read].map(([version, { metrics }]) => [version, metrics]))),
  };
};

interface Release {
  readonly on: readonly string[];
  readonly collectors: readonly string[];
  readonly prefixes: readonly string[];
  readonly metrics: readonly ListedMetric[];
}

/** A source file of a collector, or of what several files of one collector share. */
interface Source {
  readonly base: string;
  readonly text: string;
}

const releaseOf = (clone: Clone, version: string): Release => {
  const sources = clone
    .files(version, "collector")
    .filter((file) => /^collector\/[\w]+\.go$/.test(file) && !elsewhere.test(file))
    .map((file) => ({ base: baseOf(file), text: clone.text(version, file) }));
  const constants = sharedIn(sources);
  const registered = sources.flatMap((source) =>
    [...source.text.matchAll(/registerCollector\(("?[\w]+"?), default(Enabled|Disabled)/g)].map(
      ([, name = "", state]) => ({
        base: source.base,
        name: stringOf(name, subsystemsOf(source, constants)) ?? "",
        on: state === "Enabled",
      }),
    ),
  );
  const partOf = (base: string): string =>
    [...new Set(registered.filter((one) => one.base === base).map(({ name }) => name))].join("+");
  const stated = sources.flatMap((source) => statedIn(source, constants, partOf(source.base)));
  const shown = expositionIn(clone.text(version, "collector/fixtures/e2e-output.txt"));
  const prefixes = prefixesOf(sources, constants, partOf);
  return {
    on: registered.filter(({ on }) => on).map(({ name }) => name),
    collectors: registered.map(({ name }) => name),
    prefixes: prefixes.map(({ prefix, part, open }) => `${prefix} ${part} ${open ? "open" : "closed"}`),
    metrics: together(stated, shown, prefixes),
  };
};

/** Files of other systems, and tests. */
const elsewhere = /_(test|freebsd|openbsd|netbsd|bsd|darwin|dragonfly|solaris|aix|notests|windows)(_\w+)?\.go$/;

const baseOf = (file: string): string =>
  (file.split("/").at(-1) ?? "").replace(/\.go$/, "").replace(/_(linux|common|x86|amd64|arm64|cgo|nocgo)\b/g, "");

const constantsIn = (sources: readonly Source[]): ReadonlyMap<string, string> =>
  new Map(
    sources.flatMap(({ text }) =>
      [...text.matchAll(/^\s*(?:const\s+)?(\w+)(?:\s+string)?\s*:?=\s*"(\w+)"/gm)].map(
        ([, name = "", value = ""]) => [name, value] as const,
      ),
    ),
  );

/** Constants of the package; `subsystem` is what many files call their own. */
const sharedIn = (sources: readonly Source[]): ReadonlyMap<string, string> =>
  new Map([...constantsIn(sources)].filter(([name]) => name !== "subsystem"));

const stringOf = (text: string, constants: ReadonlyMap<string, string>): string | null =>
  /^"(\w*)"$/.exec(text)?.[1] ?? constants.get(text) ?? null;

/** A file's own `const subsystem = "…"` counts before those of others. */
const subsystemsOf = ({ text }: Source, constants: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...constants, ...constantsIn([{ base: "", text }])]);

const statedIn = (source: Source, constants: ReadonlyMap<string, string>, part: string): readonly ListedMetric[] => {
  const known = subsystemsOf(source, constants);
  const full = [...source.text.matchAll(/BuildFQName\(\s*namespace,\s*([^,()]+),\s*"(\w+)"\s*\)/g)].flatMap(
    ({ 0: whole, 1: subsystem = "", 2: name = "", index }) => {
      const middle = stringOf(subsystem.trim(), known);
      if (middle === null) return [];
      return [{ name: ["node", middle, name].filter((one) => one !== "").join("_"), index, end: index + whole.length }];
    },
  );
  const plain = [...source.text.matchAll(/(?:namespace\s*\+\s*"|"node)(_\w*[a-z0-9])"/g)].map(
    ({ 0: whole, 1: name = "", index }) => ({ name: `node${name}`, index, end: index + whole.length }),
  );
  // `node_name` is a label of one of them.
  return [...full, ...plain.filter(({ name }) => name !== "node_name")].map(({ name, index, end }) => ({
    name,
    part,
    type: typeAt(source.text, name, index, end),
    labels: labelsAfter(source.text.slice(end, end + 600), source.text),
  }));
};

/** The type of a description: beside it, or where the variable that holds it is used. */
const typeAt = (text: string, name: string, index: number, end: number): ListedMetric["type"] => {
  const [beside = ""] = text.slice(end, end + 600).split("NewDesc(");
  const own = valueType.exec(beside)?.[1];
  const variable = /(\w+)\s*(?::|:=|=)\s*prometheus\.NewDesc\(\s*prometheus\.$/.exec(text.slice(0, index))?.[1];
  const used = variable === undefined ? null : new RegExp(`\\b${variable},\\s*prometheus\\.(\\w+)Value`).exec(text);
  const found = used?.[1] ?? own;
  if (found === "Counter") return name.endsWith("_total") ? "counter" : "untyped";
  return found === "Gauge" ? "gauge" : "untyped";
};

const valueType = /prometheus\.(\w+)Value/;

/**
 * The labels of a description: `"help", []string{"device"}, nil`, or a list by its name; `*` where they are neither.
 */
const labelsAfter = (text: string, file: string): readonly string[] => {
  const found = /^,\s*(?:"(?:[^"\\]|\\.)*"|`[^`]*`),\s*(nil|\[\]string\{[^}]*\}|\w+),/.exec(text)?.[1];
  if (found === undefined) return ["*"];
  if (found === "nil") return [];
  const list = found.startsWith("[]")
    ? found
    : (new RegExp(`\\b${found}\\s*:?=\\s*(\\[\\]string\\{[^}]*\\})`).exec(file)?.[1] ?? null);
  return list === null ? ["*"] : [...list.matchAll(/"(\w+)"/g)].map(([, label = ""]) => label);
};

interface Prefix {
  readonly prefix: string;
  readonly part: string;
  readonly open: boolean;
}

const prefixesOf = (
  sources: readonly Source[],
  constants: ReadonlyMap<string, string>,
  partOf: (base: string) => string,
): readonly Prefix[] => {
  const found = new Map<string, { parts: Set<string>; open: boolean }>();
  for (const source of sources) {
    const known = subsystemsOf(source, constants);
    const part = partOf(source.base);
    if (part === "") continue;
    const open = makesNames(source.text);
    const named = [...source.text.matchAll(/BuildFQName\(\s*namespace,\s*([^,()]+),/g)].map(([, one = ""]) =>
      stringOf(one.trim(), known),
    );
    const assigned = [...source.text.matchAll(/[sS]ubsystem\w*\s*:?=?:?\s*"(\w+)"/g)].map(([, one = ""]) => one);
    for (const subsystem of new Set([...named, ...assigned, ...(open ? [source.base] : [])]))
      if (subsystem !== null && subsystem !== "") {
        const prefix = `node_${subsystem}_`;
        const before = found.get(prefix) ?? { parts: new Set<string>(), open: false };
        for (const one of part.split("+")) before.parts.add(one);
        found.set(prefix, { parts: before.parts, open: before.open || open });
      }
  }
  return [...found]
    .map(([prefix, { parts, open }]) => ({ prefix, part: [...parts].sort().join("+"), open }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
};

/** Whether a source makes names of what it finds. */
const makesNames = (text: string): boolean =>
  /BuildFQName\(\s*namespace,\s*[^,()]+,\s*(?![\s"])/.test(text) ||
  /NewDesc\(\s*(?![\s"]|prometheus\.BuildFQName|BuildFQName|namespace)/.test(text);

/** What sources state, with type and labels as the tests' output has them; and names that only the output has. */
const together = (
  stated: readonly ListedMetric[],
  shown: ReturnType<typeof expositionIn>,
  prefixes: readonly Prefix[],
): readonly ListedMetric[] => {
  const byName = new Map<string, ListedMetric>();
  for (const metric of stated) {
    const before = byName.get(metric.name);
    const parts = new Set([...(before?.part.split("+") ?? []), ...metric.part.split("+")].filter((one) => one !== ""));
    const labels = [...new Set([...(before?.labels ?? []), ...metric.labels])];
    byName.set(metric.name, { ...metric, part: [...parts].sort().join("+"), labels });
  }
  for (const [name, { type, labels }] of shown) {
    if (!name.startsWith("node_")) continue;
    const before = byName.get(name);
    const part = before?.part || (longest(name, prefixes)?.part ?? "");
    const own = name.endsWith("_info") ? [...labels, "*"] : [...labels];
    byName.set(name, { name, part, type, labels: own, ...(before === undefined ? { example: true as const } : {}) });
  }
  return [...byName.values()].map((one) => ({ ...one, part: one.part || "-" }));
};

const longest = (name: string, prefixes: readonly Prefix[]): Prefix | undefined =>
  prefixes.filter(({ prefix }) => name.startsWith(prefix)).toSorted((a, b) => b.prefix.length - a.prefix.length)[0];

const spans = (
  read: ReadonlyMap<string, Release>,
  names: (release: Release) => readonly string[],
): readonly string[] => {
  const seen = new Map<string, { from: string; to: string }>();
  for (const [version, release] of read)
    for (const name of names(release)) seen.set(name, { from: seen.get(name)?.from ?? version, to: version });
  return [...seen].map(([name, { from, to }]) => `${name} ${from} ${to}`).sort();
};
