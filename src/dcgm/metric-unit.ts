import data from "./data/fields.json" with { type: "json" };
import { type Unit, units } from "./exporter-model.ts";

/**
 * The unit of a DCGM field: the field's own where it is known, whatever a counter list says of it (the help texts of
 * the `*_VIOLATION` fields said microseconds for years and DCGM counts nanoseconds:
 * https://github.com/NVIDIA/dcgm-exporter/commit/e61056b), else what the help text names. Null: none, or unknown.
 */
export const unitOf = (field: string, help: string): Unit | null => {
  const known = knownField(field);
  return known === undefined ? unitIn(help) : known.unit;
};

/** What is known of a field beside its unit: a short help text of our own. */
export const helpOf = (field: string): string => knownField(field)?.help ?? "";

const fields: ReadonlyMap<string, readonly (string | null)[]> = new Map(Object.entries(data.fields));

const knownField = (field: string): { readonly unit: Unit | null; readonly help: string } | undefined => {
  const entry = fields.get(field);
  if (entry === undefined) return undefined;
  return { unit: units.find((unit) => unit === entry[0]) ?? null, help: entry[1] ?? "" };
};

const unitIn = (help: string): Unit | null => {
  const named = /\(([^()]+)\)/
    .exec(help)?.[1]
    ?.trim()
    .replace(/^in\s+/i, "")
    .toLowerCase();
  if (named !== undefined && spellings.has(named)) return spellings.get(named) ?? null;
  if (/\bbytes per second\b/i.test(help)) return "bytes/s";
  return /^(?:the )?ratio\b/i.test(help) ? "ratio" : null;
};

const spellings: ReadonlyMap<string, Unit> = new Map([
  ["hz", "hertz"],
  ["hertz", "hertz"],
  ["mhz", "megahertz"],
  ["c", "celsius"],
  ["°c", "celsius"],
  ["celsius", "celsius"],
  ["w", "watts"],
  ["watts", "watts"],
  ["j", "joules"],
  ["joules", "joules"],
  ["mj", "millijoules"],
  ["%", "percent"],
  ["percent", "percent"],
  ["ratio", "ratio"],
  ["bytes", "bytes"],
  ["b", "bytes"],
  ["kb", "KB"],
  ["mib", "MiB"],
  ["b/s", "bytes/s"],
  ["bytes/s", "bytes/s"],
  ["bytes per second", "bytes/s"],
  ["kb/s", "KB/s"],
  ["mb/s", "MB/s"],
  ["s", "seconds"],
  ["seconds", "seconds"],
  ["us", "microseconds"],
  ["µs", "microseconds"],
  ["ns", "nanoseconds"],
]);
