import type { Labels } from "../../kubernetes/labels.ts";

/** A sample as a program exposes it. */
export interface ExposedSample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

const line = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+(\S+)/;
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;
const escapes: Readonly<Record<string, string>> = { n: "\n" };

/**
 * The samples of the named metrics in Prometheus' text format; what is no sample is passed over, and so are timestamps.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export const readSamples = (text: string, names: readonly string[]): readonly ExposedSample[] =>
  text.split("\n").flatMap((one) => {
    const [, name = "", inner = "", value = ""] = line.exec(one) ?? [];
    if (!names.includes(name)) return [];
    const pairs = inner.matchAll(label).map(([, key = "", raw = ""]) => [key, unescaped(raw)] as const);
    return [{ name, labels: Object.fromEntries(pairs), value: Number(value) }];
  });

const unescaped = (raw: string): string => raw.replaceAll(/\\(.)/g, (_, char: string) => escapes[char] ?? char);
