import { createHash } from "node:crypto";
import type { Check } from "../checks/check.ts";
import { OperatorError } from "../core/errors.ts";
import { compare } from "../core/finding.ts";
import { isObject, type Json } from "../kubernetes/manifest.ts";
import type { BaseCommit, NoBase, Repository } from "../outside/repository.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import { type Config, defaultConfigFile, noConfig } from "./config.ts";

/** The configuration that counts for this run, and what the tree proposes for it. */
export interface OpenedConfig {
  readonly config: Config;
  /**
   * The commit from which configuration, baseline and suppressions are taken, or why none can be; null
   * where those of the tree count.
   */
  readonly base: BaseCommit | NoBase | null;
  /** SHA-256 of the file that counts, in hexadecimal; null where there is none. */
  readonly digest: string | null;
  /** Sentences for the summary: what counts and why, and what is proposed. */
  readonly notes: readonly string[];
}

type LoadChecks = () => Promise<readonly Check[]>;

export const withoutConfig: OpenedConfig = { config: noConfig, base: null, digest: null, notes: [] };

/**
 * Opens the file that the input `config-file` names, by default `.prometheus-stack.yaml` where it is there. Where the
 * tree may be somebody else's, it is that of the commit that the event vouches for, so that a change cannot excuse
 * itself; where the clone does not hold it, no configuration counts. Where there is a file, what reads it is loaded, as
 * are the checks, which it may name. Throws OperatorError `invalid-input`.
 */
export const openConfig = async (
  given: { readonly file: string; readonly target: string },
  repository: Repository,
  loadChecks: LoadChecks,
): Promise<OpenedConfig> => {
  const file = given.file || defaultConfigFile;
  const target = given.target || undefined;
  const here = await textHere(file, given.file !== "", repository);
  const base = await repository.base();
  const configOf = configReader(file, loadChecks);
  if (base === null) return { config: await configOf(here, target), base, digest: digestOf(here), notes: [] };
  // What the change proposes has to be valid as well.
  const proposed = await configOf(here, undefined);
  if (base.sha === null) {
    const note = `${file} does not count: ${base.why}. ${base.wayOut}`;
    return { config: { ...noConfig, notRead: base }, base, digest: null, notes: proposed.file === null ? [] : [note] };
  }
  const before = (await base.read([file])).get(file) ?? null;
  const config = await configOf(before, target);
  const changed = changedKeys(before, here, file);
  return { config, base, digest: digestOf(before), notes: changed.length === 0 ? [] : [noteOn(file, changed, base)] };
};

const digestOf = (text: string | null): string | null =>
  text === null ? null : createHash("sha256").update(text).digest("hex");

const noteOn = (file: string, changed: readonly string[], { sha, event, isProposal }: BaseCommit): string => {
  const keys = changed.join(", ");
  const counts = `that of commit ${sha.slice(0, 12)}`;
  return isProposal
    ? `This change proposes for ${file}: ${keys}. It counts once it is merged; until then ${counts} does.`
    : `${file} says otherwise than ${counts}, which counts on ${event}: ${keys}.`;
};

const configReader =
  (file: string, loadChecks: LoadChecks) =>
  async (text: string | null, target: string | undefined): Promise<Config> => {
    if (text !== null) {
      const { readConfig } = await import("./read-config.ts");
      return readConfig(text, file, target, await loadChecks());
    }
    if (target === undefined) return noConfig;
    throw new OperatorError(
      "invalid-input",
      `Input target is "${target}", and there is no ${file} that describes it.`,
      "Describe it there under targets, or leave the input out.",
    );
  };

const textHere = async (file: string, isNamed: boolean, { workspace }: Repository): Promise<string | null> => {
  const read = await workspace.read(file);
  if (read.ok) return read.text;
  if (read.why === "missing" && !isNamed) return null;
  throw new OperatorError(
    "invalid-input",
    `Input config-file: ${read.message}`,
    "Name a file of the repository, relative to its root.",
  );
};

/** Keys, two levels deep, that one text sets otherwise than the other. */
const changedKeys = (before: string | null, after: string | null, file: string): readonly string[] => {
  const [old, fresh] = [entriesOf(before, file), entriesOf(after, file)];
  const names = new Set([...old.keys(), ...fresh.keys()]);
  return [...names].filter((name) => old.get(name) !== fresh.get(name)).sort(compare);
};

const entriesOf = (text: string | null, file: string): ReadonlyMap<string, string> => {
  const value: Json = text === null ? null : (parseYaml(text, file).documents[0]?.value ?? null);
  const pairs = isObject(value)
    ? Object.entries(value).flatMap(([key, inner]): readonly (readonly [string, Json])[] =>
        isObject(inner ?? null)
          ? Object.entries(inner as object).map(([name, one]) => [`${key}.${name}`, one as Json])
          : [[key, inner ?? null]],
      )
    : [];
  return new Map(pairs.map(([key, inner]) => [key, JSON.stringify(inner)]));
};
