import { type Document, isScalar, type Node, parseAllDocuments } from "yaml";
import type { Location } from "../finding.ts";
import type { Json, Path } from "../manifest.ts";
import { type TextPosition, textPosition } from "./text-position.ts";
import { tagsOf, type YamlDialect } from "./yaml-dialect.ts";
import type { YamlDocument, YamlError, YamlFile } from "./yaml-file.ts";
import { findPlace } from "./yaml-locate.ts";
import { readNodes } from "./yaml-value.ts";

/** One mistake brings others in its wake: beyond this number they only hide the first. */
const maxErrors = 50;

/**
 * Reads a YAML or JSON file: every document with its value, and every error with its place. Never throws: what is wrong is in `errors`.
 * A byte-order mark is left out of `text`, so that columns count as editors count them.
 */
export const parseYaml = (source: string, file: string, dialect: YamlDialect = "kustomize"): YamlFile => {
  const text = source.replace(/^\uFEFF/, "");
  const plainJson = file.endsWith(".json") ? parsePlainJson(text) : undefined;
  if (plainJson !== undefined) return jsonFile(file, text, plainJson, dialect);
  return yamlFile(file, text, dialect);
};

const yamlFile = (file: string, text: string, dialect: YamlDialect): YamlFile => {
  const position = textPosition(file, text);
  const errors: YamlError[] = [];
  const documents = composed(text, dialect).map((node) => {
    for (const error of node.errors) errors.push(toError(error.message, position.at(error.pos[0]), false));
    return readDocument(node, position, errors);
  });
  errors.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return { file, text, documents, errors: errors.slice(0, maxErrors) };
};

/** Our own walk finds duplicate keys: that of `yaml` takes time in the square of a mapping's size. */
const composed = (text: string, dialect: YamlDialect): Document.Parsed[] => {
  const parsed = parseAllDocuments(text, {
    schema: "yaml-1.1",
    customTags: tagsOf(dialect),
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  return "empty" in parsed ? [] : parsed;
};

const readDocument = (node: Document.Parsed, position: TextPosition, errors: YamlError[]): YamlDocument => {
  const read = readNodes(node.contents);
  for (const fault of read.faults)
    errors.push(toError(fault.message, placeOf(fault.node, node, position), fault.duplicateKey));
  const find = (path: Path) => findPlace(node.contents, path, read.targets);
  return {
    value: read.value,
    node,
    locate: (path) => placeOf(find(path)?.value ?? null, node, position),
    locateKey: (path) => {
      const place = find(path);
      return placeOf(place?.key ?? place?.value ?? null, node, position);
    },
  };
};

const toError = (message: string, at: Location, duplicateKey: boolean): YamlError => ({
  message: message.replace(/\s+/g, " ").trim(),
  at,
  duplicateKey,
});

/** Scalars have a start and an end; of a mapping or a sequence only the start is told, or a whole file would be underlined. */
const placeOf = (node: Node | null, document: Document.Parsed, position: TextPosition): Location => {
  const range = node?.range ?? document.range;
  return isScalar(node) ? position.at(range[0], range[1]) : position.at(range[0]);
};

/** Dashboards are large JSON files: `JSON.parse` reads them some twenty times faster, and their nodes are made only when a place is asked for. */
const jsonFile = (file: string, text: string, value: Json, dialect: YamlDialect): YamlFile => {
  let parsed: YamlDocument | undefined;
  const lazily = (): YamlDocument => {
    parsed ??= yamlFile(file, text, dialect).documents[0];
    if (parsed === undefined) throw new Error(`${file} is valid JSON and no YAML document`);
    return parsed;
  };
  const document: YamlDocument = {
    value,
    get node() {
      return lazily().node;
    },
    locate: (path) => lazily().locate(path),
    locateKey: (path) => lazily().locateKey(path),
  };
  return { file, text, documents: [document], errors: [] };
};

/** The value of valid JSON without duplicate keys; undefined where the slow way must find out what is wrong. */
const parsePlainJson = (text: string): Json | undefined => {
  try {
    const value: Json = JSON.parse(text);
    return keysWritten(text) === keysOf(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const keysWritten = (text: string): number => {
  let count = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon !== undefined) count += 1;
  return count;
};

const keysOf = (value: Json | undefined): number => {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value);
  return inner.reduce((sum: number, item) => sum + keysOf(item), Array.isArray(value) ? 0 : inner.length);
};
