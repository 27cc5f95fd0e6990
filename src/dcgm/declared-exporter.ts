import type { JsonObject } from "../kubernetes/manifest.ts";
import { parseCounterList } from "./counter-list.ts";
import type { DeclaredRelease, ExporterWishes } from "./declared-release.ts";
import { type CounterFile, type ExporterFacts, factsOf, noFacts } from "./exporter-facts.ts";
import type { TreeCounters } from "./tree-counters.ts";

/** What a declared release comes to, with what the tree says of it. */
export interface DeclaredExporter {
  readonly objects: readonly JsonObject[];
  readonly facts: ExporterFacts;
}

/** A declaration before the data is asked: which release, where, and what the tree adds. */
export interface Declaration {
  readonly namespace: string;
  readonly releaseNamespace: string;
  readonly wishes: ExporterWishes;
  /** Name of the ConfigMap for a counter list that the tree has only as a file or in values. */
  readonly configMap: string;
  readonly lists: readonly TreeCounters[];
  readonly release: (wishes: ExporterWishes) => DeclaredRelease | null;
}

/** Puts release and tree together; null `release`: only a counter list of the tree is known then, and no object. */
export const declaredExporter = (declaration: Declaration, tree: readonly JsonObject[]): DeclaredExporter => {
  const { wishes, lists } = declaration;
  if (wishes.counters === null && wishes.configMap === null && lists.length > 1) {
    const note = `the tree has several counter lists, and it is not plain which is meant: ${lists.map(({ where }) => where).join(", ")}`;
    const { objects, facts } = withList(declaration, null, tree);
    return { objects, facts: { ...facts, metrics: null, labels: null, notes: [note] } };
  }
  return withList(declaration, wishes.counters === null ? (lists[0] ?? null) : null, tree);
};

const withList = (
  { wishes, namespace, releaseNamespace, configMap, release: releaseOf }: Declaration,
  list: TreeCounters | null,
  tree: readonly JsonObject[],
): DeclaredExporter => {
  const text = wishes.counters ?? (list?.configMap === null ? list.text : null);
  const name = wishes.configMap ?? list?.configMap ?? (text === null ? null : configMap);
  const release = releaseOf({ ...wishes, configMap: name, counters: wishes.counters ?? list?.text ?? null });
  if (release === null) return { objects: [], facts: listOnly(wishes.counters ?? list?.text ?? null, list) };
  const objects =
    text === null || name === null || release.objects.some((body) => body["kind"] === "ConfigMap")
      ? release.objects
      : [...release.objects, counterConfigMap(name, namespace, text)];
  const facts = factsOf(objects, tree, releaseNamespace) ?? noFacts;
  // The ConfigMap of a list that the tree has as a file is ours to name, not the reader's to look for.
  const notes =
    list?.configMap === null
      ? facts.notes.map((note) => note.replace(`ConfigMap ${namespace}/${name}`, list.where))
      : facts.notes;
  return { objects, facts: { ...facts, notes, sources: [...release.sources, ...facts.sources], list: fileOf(list) } };
};

/** The key that the gpu-operator mounts. */
const counterConfigMap = (name: string, namespace: string, text: string): JsonObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace },
  data: { "dcgm-metrics.csv": text },
});

const fileOf = (list: TreeCounters | null): CounterFile | null =>
  list === null || list.file === null ? null : { file: list.file, text: list.text };

const listOnly = (text: string | null, from: TreeCounters | null): ExporterFacts => {
  const list = text === null ? null : parseCounterList(text);
  return {
    ...noFacts,
    metrics: list === null || list.problem !== null ? null : list.metrics,
    notes: list === null ? [] : [`metrics of ${from?.where ?? "the tree's values"}`],
    list: fileOf(from),
  };
};
