import { posix } from "node:path";
import type { Location } from "../../core/finding.ts";
import { isObject, type Json, valueAt } from "../../kubernetes/manifest.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import type { Kustomization, KustomizeReference } from "../../stack/stack.ts";
import { type BuildTree, writtenObjectsIn } from "./tree.ts";

interface Explained {
  readonly message: string;
  readonly at: Location;
}

/**
 * What kustomize could not build, in its own words without the wrapping, and the nearest place in the tree that they
 * lead to. Paths in `stderr` are relative to the repository root already.
 */
export const explainBuild = (stderr: string, tree: BuildTree): Explained => {
  const told = stderr
    .split("\n")
    .filter((line) => !/^#?\s*Warning: /.test(line))
    .join("\n")
    .replace(/^error: /, "")
    .trim();
  const { text, folder } = innermost(unquoted(told), tree.root.root);
  const at = placeOf(text, tree, tree.kustomizations.find((one) => one.root === folder) ?? tree.root);
  return { message: sentence(text) || "kustomize failed and said nothing", at };
};

/** What a component says is quoted as Go quotes text. */
const unquoted = (told: string): string =>
  told.includes('accumulateDirectory: "') ? told.replace(/"$/, "").replaceAll(/\\+"/g, '"') : told;

/** Kustomize wraps a message in one layer for each folder on the way to it. */
const layer =
  /^[\s\S]*(?:recursed accumulation of path|couldn't make target for path|accumulate components? .*?: .*?) '([^']+)': /;

const innermost = (told: string, root: string): { readonly text: string; readonly folder: string } => {
  const match = layer.exec(told);
  return match === null
    ? { text: told, folder: root }
    : { text: told.slice(match[0].length), folder: match[1] ?? root };
};

const absent = /(?:evalsymlink failure on|lstat|stat|open) '?([^\s':]+)'?[^']*?: no such file or directory/;

/** Kustomize's words hold the address of the generator in its memory, which is another one each time. */
const merging = /^merging from generator [^:]*: id .*?Kind:"([^"]*)".*?, Name:"([^"]*)".*?\} (exists|does not exist);/s;

const sentence = (text: string): string => {
  const missing = absent.exec(text);
  if (missing !== null) return `${missing[1]} does not exist`;
  const [, kind, name, which] = merging.exec(text) ?? [];
  if (which !== undefined)
    return which === "exists"
      ? `there is a ${kind} ${name} before its generator: that one's behavior must be merge or replace`
      : `there is no ${kind} ${name} that its generator could merge with or replace: its behavior must be create`;
  return text
    .replace(/^accumulating resources: /, "")
    .replace(/^accumulat(?:ing resources|ion err=)'?(?:accumulating|merging) resources from /, "")
    .replace(/': must build at directory: .*$/s, "")
    .replace(/^map\[string\]interface \{\}\(nil\): /, "")
    .replace(/\s+/g, " ")
    .trim();
};

/** The first rule that finds a place wins; a kustomization's first line is the last resort. */
const placeOf = (text: string, tree: BuildTree, kustomization: Kustomization): Location => {
  const rules = [inKustomization, atMissing, atPatch, atGenerator, atNamedReference, inBrokenFile];
  for (const rule of rules) {
    const at = rule(text, tree, kustomization);
    if (at !== null) return at;
  }
  return { file: kustomization.file, line: 1, column: 1 };
};

type Rule = (text: string, tree: BuildTree, kustomization: Kustomization) => Location | null;

/** The kustomization itself is wrong: YAML, a field's name, or a field's type. */
const inKustomization: Rule = (text, _tree, { file, yaml }) => {
  if (!text.startsWith("invalid Kustomization")) return null;
  const field = /unknown field "([^"]+)"|struct field Kustomization\.(\w+)/.exec(text);
  const name = field?.[1] ?? field?.[2];
  const document = yaml.documents[0];
  if (name !== undefined && document !== undefined) return document.locateKey([name]);
  return yaml.errors[0]?.at ?? { file, line: Number(/line (\d+)/.exec(text)?.[1] ?? 1), column: 1 };
};

const find = (tree: BuildTree, fits: (reference: KustomizeReference, root: string) => boolean): Location | null => {
  for (const { root, references } of tree.kustomizations)
    for (const reference of references) if (fits(reference, root)) return reference.at;
  return null;
};

const atMissing: Rule = (text, tree) => {
  const path = absent.exec(text)?.[1];
  if (path === undefined) return null;
  return find(tree, (one, root) => path === posix.join(root, one.text));
};

/** A patch without a target. */
const atPatch: Rule = (text, tree) => {
  const id = /no matches for Id ([^.\s]+)\.[^/]*\/([^.\s]+)\./.exec(text);
  if (id === null) return null;
  return find(tree, ({ field, path }) => {
    const file = /^patches/i.test(field) ? tree.files.find((one) => one.file === path) : undefined;
    return (file === undefined ? [] : writtenObjectsIn(file)).some(({ value }) => {
      const ref = refOf(value);
      return ref.kind === id[1] && ref.name === id[2];
    });
  });
};

/** The last one of that name: those before it may be what it was to be merged with. */
const atGenerator: Rule = (text, _tree, { yaml }) => {
  const [, kind, name] = merging.exec(text) ?? [];
  const document = yaml.documents[0];
  const field = kind === "Secret" ? "secretGenerator" : "configMapGenerator";
  const entries = valueAt(document?.value, [field]);
  if (document === undefined || !Array.isArray(entries)) return null;
  const index = entries.findLastIndex((entry: Json) => isObject(entry) && entry["name"] === name);
  return index === -1 ? null : document.locate([field, index]);
};

/** The last reference that the message quotes, where its file has nothing wrong that we can see ourselves. */
const atNamedReference: Rule = (text, tree, kustomization) => {
  const named = [...text.matchAll(/(?:resources from|File:|file sources: \[) ?'?([^'\],\s]+)/g)].at(-1)?.[1];
  if (named === undefined) return null;
  // A path that goes through a link is given to kustomize as the one behind it.
  const place = posix.join(kustomization.root, named);
  const reference =
    kustomization.references.find((one) => one.text === named) ??
    kustomization.references.find((one) => (one.real ?? one.path) === place);
  const path = reference?.path ?? place;
  const broken = tree.files.find((one) => one.file === path)?.errors[0];
  if (broken !== undefined) return broken.at;
  const line = /yaml: line (\d+)/.exec(text)?.[1];
  if (line !== undefined && reference?.target === "file") return { file: path, line: Number(line), column: 1 };
  return reference?.at ?? null;
};

/** Some messages name no file at all: the first file of the build that our own reader finds wrong. */
const inBrokenFile: Rule = (text, tree) => {
  if (!/yaml|json|unmarshal|metadata/i.test(text)) return null;
  const used = new Set(tree.kustomizations.flatMap(({ references }) => references.map(({ path }) => path)));
  const files = tree.files.filter(({ file }) => used.has(file));
  const broken = files.find(({ errors }) => errors.length > 0)?.errors[0];
  if (broken !== undefined) return broken.at;
  const nameless = files.flatMap((file) => file.documents.map((document) => ({ file, document })));
  const found = nameless.find(({ document }) => isObject(document.value) && refOf(document.value).name === "");
  return /metadata/i.test(text) && found !== undefined ? found.document.locate([]) : null;
};
