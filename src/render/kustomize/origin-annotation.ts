import { load } from "js-yaml";
import { isObject } from "../../kubernetes/manifest.ts";

/** Where kustomize says that an object comes from; paths are as kustomize wrote them. */
export interface KustomizeOrigin {
  readonly path: string | null;
  /** The kustomization whose generator made the object. */
  readonly configuredIn: string | null;
  /** The generator's kind, e.g. `ConfigMapGenerator`. */
  readonly configuredBy: string | null;
  /** True for what came out of a remote base. */
  readonly remote: boolean;
}

/** A document without the annotation, and what the annotation said. */
export interface Stripped {
  readonly text: string;
  readonly origin: KustomizeOrigin;
}

/** Kustomize prints block scalars indented: a `---` at the start of a line is always its own. */
export const splitKustomize = (text: string): readonly string[] => (text === "" ? [] : text.split(/^---\n/m));

/**
 * Kustomize sorts keys and indents by two, so the annotation of `metadata` is the only line of this shape. Lines of
 * block scalars inside other annotations are indented by six and never match.
 */
const annotation =
  /(metadata:\n(?:(?! {2}annotations:)(?: .*)?\n)*? {2}annotations:\n)((?: {4}.*\n|\n)*?) {4}config\.kubernetes\.io\/origin: \|\n((?: {6}.*\n)+)((?: {4}.*\n)?)/y;

/**
 * Takes the origin out of one document of `kubectl kustomize`. What remains is what the build prints without the
 * annotation, byte for byte (test/render/kustomize/origin-annotation.test.ts compares). Null where the
 * annotation has an unusual form.
 */
export const stripOrigin = (document: string): Stripped | null => {
  // The only line of this text at the left edge: looked for by itself, each line is looked at once.
  annotation.lastIndex = document.startsWith("metadata:\n") ? 0 : document.indexOf("\nmetadata:\n") + 1;
  const match = annotation.exec(document);
  if (match === null) return null;
  const [whole, head = "", before = "", value = "", after = ""] = match;
  const origin = readOrigin(value);
  if (origin === null) return null;
  const rest = before + after;
  // Without its last entry the mapping goes, too.
  const kept = (rest === "" ? head.replace(/ {2}annotations:\n$/, "") : head) + rest;
  return { text: document.slice(0, match.index) + kept + document.slice(match.index + whole.length), origin };
};

const readOrigin = (indented: string): KustomizeOrigin | null => {
  const value = load(indented.replace(/^ {6}/gm, ""));
  if (!isObject(value)) return null;
  const by = value["configuredBy"];
  return {
    path: text(value["path"]),
    configuredIn: text(value["configuredIn"]),
    configuredBy: isObject(by) ? text(by["kind"]) : null,
    remote: value["repo"] !== undefined,
  };
};

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
