import { join } from "node:path";
import type { Outside } from "../../src/outside/outside.ts";
import type { Observed, ObservedFate } from "./observe.ts";

const filesPerRun = 500;

/** A kind of file that promtool reads as Prometheus does. */
interface Reading {
  readonly text: (one: ObservedFate) => string | null;
  readonly args: readonly string[];
  /** A line that tells of a file's fault: its number, and the reason. */
  readonly fault: RegExp;
}

const rules: Reading = {
  text: ({ rules }) => rules,
  args: ["check", "rules", "--lint=none", "--enable-feature=promql-experimental-functions"],
  fault: /^(\d+)\.yaml: (.*)$/,
};

/** Files of Prometheus' pod, which are not here, need not be there. */
const scrapes: Reading = {
  text: ({ scrapes }) => scrapes,
  args: ["check", "config", "--syntax-only", "--lint=none"],
  fault: /^\s*FAILED: parsing YAML file (\d+)\.yaml: (.*)$/,
};

type Tools = Pick<Outside, "exec" | "scratch" | "tools">;

/**
 * The observations again, where a rule file or a scrape configuration was generated with what Prometheus itself says of
 * it: promtool reads it as Prometheus does.
 */
export const withReaders = async (
  observed: readonly (readonly Observed[])[],
  outside: Tools,
): Promise<readonly (readonly Observed[])[]> => {
  const fates = observed.flat().flatMap((one) => [...one.fates.values()]);
  const broken = new Map([
    ...(await unreadable(rules, fates, outside)),
    ...(await unreadable(scrapes, fates, outside)),
  ]);
  const read = (one: ObservedFate): ObservedFate => {
    const why = broken.get(one.rules ?? one.scrapes ?? "");
    return why === undefined ? one : { ...one, fate: "breaks-prometheus", why };
  };
  return observed.map((batch) =>
    batch.map((one) => ({ ...one, fates: new Map([...one.fates].map(([key, fate]) => [key, read(fate)])) })),
  );
};

/** Texts that Prometheus cannot read, each with the reason. */
const unreadable = async (
  { text, args, fault }: Reading,
  fates: readonly ObservedFate[],
  { exec, scratch, tools }: Tools,
): Promise<ReadonlyMap<string, string>> => {
  const texts = [...new Set(fates.flatMap((one) => text(one) ?? []))];
  const { path } = await tools.get("promtool");
  const cwd = await scratch.folder("generated");
  const found = new Map<string, string>();
  for (let start = 0; start < texts.length; start += filesPerRun) {
    const part = texts.slice(start, start + filesPerRun);
    const names = part.map((_, i) => `${start + i}.yaml`);
    await Promise.all(part.map((one, i) => scratch.write(join("generated", `${start + i}.yaml`), one)));
    const { stderr } = await exec({ file: path, args: [...args, ...names], cwd, env: {}, timeoutMs: 60_000 });
    for (const line of stderr.split("\n")) {
      const [, name, why = ""] = fault.exec(line) ?? [];
      const one = name === undefined ? undefined : texts[Number(name)];
      if (one !== undefined && !found.has(one)) found.set(one, why);
    }
  }
  return found;
};
