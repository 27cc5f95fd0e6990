import { load } from "js-yaml";
import { compare, parse, Range, type SemVer } from "semver";
import { isObject, type Json } from "../manifest.ts";

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
 * The entry of a chart in the text of an `index.yaml`, chosen as helm does: the version as written, else the newest that satisfies it as a range, a prerelease only where
 * the range has one; without a version the newest that is no prerelease. Throws NotInIndex.
 */
export const findInIndex = (text: string, name: string, version: string | null): IndexEntry => {
  const listed = entriesIn(text)[name];
  if (!Array.isArray(listed)) throw new NotInIndex(`no chart name found: the index does not list ${name}`);
  const entries = listed.flatMap(readEntry);
  const found = entries.find((entry) => entry.version === version) ?? newest(entries, version);
  if (found === undefined) throw new NotInIndex(`no chart version found for ${name} ${version ?? "(newest)"}`);
  return found;
};

const entriesIn = (text: string): Readonly<Record<string, Json | undefined>> => {
  const index = readIndex(text);
  const entries = isObject(index) ? index["entries"] : undefined;
  if (!isObject(entries)) throw new NotInIndex("index.yaml is no index of charts");
  return Object.assign(Object.create(null), entries);
};

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
