import { createHash } from "node:crypto";
import { isObject } from "../../kubernetes/manifest.ts";
import { reachable } from "../../stack/kustomize/apply-roots.ts";
import type { Kustomization, Stack } from "../../stack/stack.ts";
import type { YamlFile } from "../../text/yaml-file.ts";
import { type PlainEntry, type PlainKustomization, plainTree } from "./plain-tree.ts";
import type { BuildTree } from "./tree.ts";

/** How the roots of a stack are built. */
export interface PartsPlan {
  /** The roots that are built in parts. */
  readonly parts: ReadonlyMap<Kustomization, readonly RootPart[]>;
  /** The files that are spread over them: their texts by their places. */
  readonly texts: ReadonlyMap<string, string>;
}

/** For what is applied as it is printed, and for what reads more than is named. */
export const wholeBuilds: PartsPlan = { parts: new Map(), texts: new Map() };

/** A root with some of its files. */
export interface RootPart {
  readonly kustomizations: readonly PlainKustomization[];
  /** How many objects its files hold. */
  readonly objects: number;
}

/**
 * Kustomize compares each object with all others at every level: 1,000 take it 3.4 s of CPU time, an eighth of them
 * 0.14 s, and one 0.05 s.
 */
const partCount = 8;
/** From here on the parts together take no longer than the whole. */
const fewestFiles = 400;

/** Plans the builds of these roots, in parts from `fewest` files of rules on. */
export const planBuilds = (
  roots: readonly Kustomization[],
  { kustomizations, files }: Pick<Stack, "kustomizations" | "files">,
  fewest = fewestFiles,
): PartsPlan => {
  const parts = new Map(
    roots.flatMap((root) => {
      const own = planParts({ root, kustomizations: reachable([root], kustomizations), files }, fewest);
      return own === null ? [] : [[root, own] as const];
    }),
  );
  const entries = [...parts.values()].flat().flatMap((one) => one.kustomizations.flatMap((own) => own.entries));
  const texts = entries.flatMap(({ file }) => (file === null ? [] : [[file.file, file.text] as const]));
  return { parts, texts: new Map(texts) };
};

/**
 * Parts that kustomize can build by themselves: every file with nothing but PrometheusRules is in one of them, all
 * others are in the first. No object refers to a rule by its name, and a rule to none (kustomize's own configuration:
 * api/internal/konfig/builtinpluginconsts/namereference.go). Null where that may be another thing than the whole, or
 * does not pay.
 */
const planParts = (tree: BuildTree, fewest: number): readonly RootPart[] | null => {
  const named = tree.kustomizations.reduce((sum, { references }) => sum + references.length, 0);
  const kustomizations = named < fewest ? null : plainTree(tree);
  if (kustomizations === null) return null;
  const ruleFiles = kustomizations.flatMap(({ entries }) => entries.filter(holdsRules));
  if (ruleFiles.length < fewest) return null;
  const shares: Shares = new Map(ruleFiles.map((entry) => [entry, partOf(entry.path)]));
  return Array.from({ length: partCount }, (_, index) => part(kustomizations, index, shares));
};

const part = (kustomizations: readonly PlainKustomization[], index: number, shares: Shares): RootPart => {
  const own = kustomizations.map((one) => ({
    ...one,
    entries: one.entries.filter((entry) => entry.file === null || (shares.get(entry) ?? 0) === index),
  }));
  const files = own.flatMap(({ entries }) => entries.flatMap(({ file }) => file ?? []));
  return { kustomizations: own, objects: files.reduce((sum, file) => sum + objectsIn(file), 0) };
};

/** The part of each file of rules. */
type Shares = ReadonlyMap<PlainEntry, number>;

/** By its name alone: where a file comes or goes, the other parts stay as they are, and are not built again. */
const partOf = (path: string): number => createHash("sha256").update(path).digest().readUInt32BE() % partCount;

const objectsIn = ({ documents }: YamlFile): number => documents.filter(({ value }) => isObject(value)).length;

const holdsRules = ({ file }: PlainEntry): boolean =>
  file?.documents.every(({ value }) => !isObject(value) || isRuleOfV1(value)) === true;

/** Of this one version: kustomize sorts objects by version, too. */
export const isRuleOfV1 = ({ apiVersion, kind }: { readonly apiVersion?: unknown; readonly kind?: unknown }): boolean =>
  apiVersion === "monitoring.coreos.com/v1" && kind === "PrometheusRule";
