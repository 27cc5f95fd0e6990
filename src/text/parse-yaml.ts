import { type Document, isScalar, type Node, parseAllDocuments } from "yaml";
import type { Location } from "../core/finding.ts";
import { lately } from "../core/lately.ts";
import type { Json, Path } from "../kubernetes/manifest.ts";
import { type TextPosition, textPosition } from "./text-position.ts";
import { nothingAround, surroundings } from "./yaml-around.ts";
import { readFast } from "./yaml-fast.ts";
import type { YamlDocument, YamlError, YamlFile } from "./yaml-file.ts";
import { findPlace } from "./yaml-locate.ts";
import type { YamlDialect } from "./yaml-scalar.ts";
import { maxDepth, readNodes } from "./yaml-value.ts";

/** One mistake brings others in its wake: beyond this number they only hide the first. */
const maxErrors = 50;

/**
 * Reads a YAML or JSON file: every document with its value, and every error with its place. Never throws: what is wrong
 * is in `errors`. A byte-order mark is left out of `text`, so that columns count as editors count them.
 */
export const parseYaml = (source: string, file: string, dialect: YamlDialect = "kustomize"): YamlFile =>
  parsed(source, file, dialect);

const parse = (source: string, file: string, dialect: YamlDialect): YamlFile => {
  const text = source.replace(/^\uFEFF/, "");
  const json = file.endsWith(".json") ? parsePlainJson(text) : undefined;
  if (json !== undefined) return lazyFile(file, text, [json], dialect);
  if (isTooLarge(text)) return { file, text, documents: [], errors: [tooLarge(file)] };
  const values = readFast(text, dialect);
  return values === undefined ? yamlFile(file, text, dialect) : lazyFile(file, text, values, dialect);
};

const parsed = lately(parse, (source, file, dialect) => `${dialect} ${file}\n${source}`);

/** Ten megabytes of `- a` take `yaml` 35 s and 2.3 GB; the largest bundle of CRDs has some 100,000 lines. */
const maxItems = 150_000;

const isTooLarge = (text: string): boolean => text.length > maxItems && (text.match(/[\n,]/g)?.length ?? 0) > maxItems;

const tooLarge = (file: string): YamlError => ({
  message: `The file has more than ${maxItems} lines and list items: too large to be read`,
  at: { file, line: 1, column: 1 },
  duplicateKey: false,
  costly: true,
});

const yamlFile = (file: string, text: string, dialect: YamlDialect): YamlFile => {
  const position = textPosition(file, text);
  const errors: YamlError[] = [];
  const documents = composed(text).map((node) => {
    for (const error of node.errors) errors.push(toError(error.message, position.at(error.pos[0]), false));
    return readDocument(node, { text, position, errors, dialect });
  });
  errors.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return { file, text, documents, errors: errors.slice(0, maxErrors) };
};

/** Our own walk finds duplicate keys: that of `yaml` takes time in the square of a mapping's size. */
const composed = (text: string): Document.Parsed[] => {
  const parsed = parseAllDocuments(text, {
    // Scalars stay text: our walk reads them, as the tool that gets the file would.
    schema: "failsafe",
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  return "empty" in parsed ? [] : parsed;
};

interface FileToRead {
  readonly text: string;
  readonly position: TextPosition;
  readonly errors: YamlError[];
  readonly dialect: YamlDialect;
}

const readDocument = (node: Document.Parsed, { text, position, errors, dialect }: FileToRead): YamlDocument => {
  const read = readNodes(node.contents, dialect);
  for (const fault of read.faults)
    errors.push({
      ...toError(fault.message, placeOf(fault.node, node, position), fault.duplicateKey),
      ...(fault.costly === true ? { costly: true } : {}),
    });
  const reading = { targets: read.targets, dialect, keys: new Map() };
  const find = (path: Path) => findPlace(node.contents, path, reading);
  let around: ReturnType<typeof surroundings> | undefined;
  return {
    value: read.value,
    locate: (path) => placeOf(find(path)?.value ?? null, node, position),
    locateKey: (path) => {
      const place = find(path);
      return placeOf(place?.key ?? place?.value ?? null, node, position);
    },
    around: (line) => {
      around ??= surroundings({ root: node.contents, text, position, reading });
      return around(line);
    },
  };
};

const toError = (message: string, at: Location, duplicateKey: boolean): YamlError => ({
  // What Node says when the parser's recursion, or that of a regular expression in it, runs out of stack.
  message: /Stack overflow|Maximum call stack/.test(message)
    ? "The document is nested too deeply to be read"
    : message.replace(/\s+/g, " ").trim(),
  at,
  duplicateKey,
});

/**
 * Scalars have a start and an end; of a mapping or a sequence only the start is told, or a whole
 * file would be underlined.
 */
const placeOf = (node: Node | null, document: Document.Parsed, position: TextPosition): Location => {
  const range = node?.range ?? document.range;
  return isScalar(node) ? position.at(range[0], range[1]) : position.at(range[0]);
};

/** A file whose values are known: its nodes are made when the first place is asked for. */
const lazyFile = (file: string, text: string, values: readonly Json[], dialect: YamlDialect): YamlFile => {
  let slow: YamlFile | undefined;
  const documents = values.map((value, index): YamlDocument => {
    const document = (): YamlDocument | undefined => {
      slow ??= isTooLarge(text) ? { file, text, documents: [], errors: [] } : yamlFile(file, text, dialect);
      return slow.documents[index];
    };
    return {
      value,
      locate: (path) => document()?.locate(path) ?? { file, line: 1, column: 1 },
      locateKey: (path) => document()?.locateKey(path) ?? { file, line: 1, column: 1 },
      around: (line) => document()?.around(line) ?? nothingAround,
    };
  });
  return { file, text, documents, errors: [] };
};

/**
 * The value of valid JSON (dashboards are large, and `JSON.parse` is the fastest) without duplicate keys; undefined
 * where the slow way must find out what is wrong.
 */
const parsePlainJson = (text: string): Json | undefined => {
  try {
    const value: Json = JSON.parse(text);
    return keysWritten(text) === keysOf(value, 0) ? value : undefined;
  } catch {
    return undefined;
  }
};

const keysWritten = (text: string): number => {
  let count = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*(?:"(\s*:)?|\\?$)/gs))
    if (colon !== undefined) count += 1;
  return count;
};

/** Throws where it is nested more deeply than is read. */
const keysOf = (value: Json | undefined, depth: number): number => {
  if (typeof value !== "object" || value === null) return 0;
  if (depth >= maxDepth) throw new RangeError("nested too deeply");
  const inner = Object.values(value);
  return inner.reduce((sum: number, item) => sum + keysOf(item, depth + 1), Array.isArray(value) ? 0 : inner.length);
};
