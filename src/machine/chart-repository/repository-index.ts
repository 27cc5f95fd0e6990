import { load } from "js-yaml";
import { compare, parse, Range, type SemVer } from "semver";
import { isObject, type Json } from "../../kubernetes/manifest.ts";

/** A chart's version as a repository's index lists it. */
export interface IndexEntry {
  readonly version: string;
  /** As written: absolute, or relative to the repository. */
  readonly url: string;
  /** SHA-256 of the archive, hexadecimal; null where the index has none. */
  readonly digest: string | null;
}

/** Why an index gives no archive, as a clause about the chart. */
export class NotInIndex extends Error {}

/**
 * The entry of a chart in an `index.yaml`, chosen as helm does: the version as written, else the newest that
 * satisfies it as a range, a prerelease only where the range has one; without a version the newest that is no
 * prerelease. Throws NotInIndex.
 */
export const findInIndex = (index: Buffer, name: string, version: string | null): IndexEntry => {
  const listed = entriesIn(index)[name];
  if (!Array.isArray(listed)) throw new NotInIndex(`no chart name found: the index does not list ${name}`);
  const entries = listed.flatMap(readEntry);
  const found = entries.find((entry) => entry.version === version) ?? newest(entries, version);
  if (found === undefined) throw new NotInIndex(`no chart version found for ${name} ${version ?? "(newest)"}`);
  return found;
};

const entriesIn = (index: Buffer): Readonly<Record<string, Json | undefined>> => {
  if (valuesIn(index) > maxValues) throw new NotInIndex(`index.yaml has more than ${maxValues} lines and values`);
  const read = readIndex(index.toString("utf8"));
  const entries = isObject(read) ? read["entries"] : undefined;
  if (!isObject(entries)) throw new NotInIndex("index.yaml is no index of charts");
  return Object.assign(Object.create(null), entries);
};

/** Twice what an index of 80,000 versions has, 20 MB. Sixty megabytes of `- a` take a minute and 4 GB. */
const maxValues = 2_500_000;

/** At least the number of values in a text of YAML or JSON: what begins or ends one is counted, in one pass. */
const valuesIn = (text: Buffer): number => {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at];
    if (byte === newline || byte === comma || byte === bracket || byte === brace) count += 1;
    else if ((byte === dash || byte === colon || byte === question) && (text[at + 1] ?? 0) <= blank) count += 1;
  }
  return count;
};

const code = (character: string): number => character.charCodeAt(0);
const [newline, comma, bracket, brace] = [code("\n"), code(","), code("["), code("{")] as const;
const [dash, colon, question, blank] = [code("-"), code(":"), code("?"), code(" ")] as const;

const readIndex = (text: string): unknown => {
  try {
    return text.trimStart().startsWith("{") ? JSON.parse(text) : load(text);
  } catch {
    throw new NotInIndex("index.yaml is not valid YAML");
  }
};

const readEntry = (entry: Json): readonly IndexEntry[] => {
  if (!isObject(entry)) return [];
  const { version, urls, digest } = entry;
  const [url] = Array.isArray(urls) ? urls : [];
  if (typeof version !== "string" || typeof url !== "string") return [];
  const sha256 = typeof digest === "string" ? /^(?:sha256:)?([0-9a-f]{64})$/i.exec(digest)?.[1] : undefined;
  return [{ version, url, digest: sha256?.toLowerCase() ?? null }];
};

const newest = (entries: readonly IndexEntry[], version: string | null): IndexEntry | undefined => {
  const range = rangeOf(version ?? "*");
  if (range === null)
    throw new NotInIndex(`improper constraint: ${JSON.stringify(version)} is no version and no range`);
  return entries
    .flatMap((entry): readonly { readonly entry: IndexEntry; readonly semver: SemVer }[] => {
      const semver = parse(entry.version, { loose: true });
      return semver !== null && range.test(semver) ? [{ entry, semver }] : [];
    })
    .sort((a, b) => compare(b.semver, a.semver))[0]?.entry;
};

/** Helm separates by commas, too, and takes every prerelease where the range has one. */
const rangeOf = (text: string): Range | null => {
  const asNpm = text.replaceAll(",", " ").replace(/=>/g, ">=").replace(/=</g, "<=");
  try {
    return new Range(asNpm, { loose: true, includePrerelease: /\d-[0-9a-z]/i.test(asNpm) });
  } catch {
    return null;
  }
};
