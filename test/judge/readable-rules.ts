import { join } from "node:path";
import type { Outside } from "../../src/outside/outside.ts";
import type { Observed, ObservedFate } from "./observe.ts";

const filesPerRun = 500;

/**
 * The observations again, where a rule file was generated with what Prometheus itself says of it: promtool
 * reads it as Prometheus does.
 */
export const withReaders = async (
  observed: readonly (readonly Observed[])[],
  outside: Outside,
): Promise<readonly (readonly Observed[])[]> => {
  const texts = observed.flat().flatMap(({ fates }) => [...fates.values()].flatMap(({ rules }) => rules ?? []));
  const unreadable = await unreadableOnes([...new Set(texts)], outside);
  const read = (one: ObservedFate): ObservedFate => {
    const why = one.rules === null ? undefined : unreadable.get(one.rules);
    return why === undefined ? one : { ...one, fate: "breaks-prometheus", why };
  };
  return observed.map((batch) =>
    batch.map((one) => ({ ...one, fates: new Map([...one.fates].map(([key, fate]) => [key, read(fate)])) })),
  );
};

/** Texts that Prometheus cannot read, each with the reason. */
const unreadableOnes = async (
  texts: readonly string[],
  { exec, scratch, tools }: Pick<Outside, "exec" | "scratch" | "tools">,
): Promise<ReadonlyMap<string, string>> => {
  const { path } = await tools.get("promtool");
  const cwd = await scratch.folder("generated");
  const found = new Map<string, string>();
  for (let start = 0; start < texts.length; start += filesPerRun) {
    const part = texts.slice(start, start + filesPerRun);
    const names = part.map((_, i) => `${start + i}.yaml`);
    await Promise.all(part.map((text, i) => scratch.write(join("generated", `${start + i}.yaml`), text)));
    const flags = ["--lint=none", "--enable-feature=promql-experimental-functions"];
    const { stderr } = await exec({
      file: path,
      args: ["check", "rules", ...flags, ...names],
      cwd,
      env: {},
      timeoutMs: 60_000,
    });
    for (const line of stderr.split("\n")) {
      const [, name, why = ""] = /^(\d+)\.yaml: (.*)$/.exec(line) ?? [];
      const text = name === undefined ? undefined : texts[Number(name)];
      if (text !== undefined && !found.has(text)) found.set(text, why);
    }
  }
  return found;
};
