import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dump, load } from "js-yaml";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";

/** The files of the stack that are varied. */
export const treeFiles = {
  monitor: "overlays/servicemonitors/dcgm-exporter.yaml",
  monitors: "overlays/servicemonitors/kustomization.yaml",
  rules: "overlays/alerting/kustomization.yaml",
  exporterAlerts: "overlays/alerting/gpu-exporter.yaml",
  healthAlerts: "overlays/alerting/gpu-health.yaml",
  usageAlerts: "overlays/alerting/gpu-usage.yaml",
  namespace: "base/namespace.yaml",
  values: "upstream/values.yaml",
} as const;
export type TreeFile = keyof typeof treeFiles;

/** The varied files, parsed. */
export type Tree = Readonly<Record<TreeFile, JsonObject>>;

const names = Object.keys(treeFiles) as readonly TreeFile[];

/** Reads the varied files of a stack's folder. Throws where one is missing. */
export const readTree = (folder: string): Tree =>
  Object.fromEntries(
    names.map((name) => [name, load(readFileSync(join(folder, treeFiles[name]), "utf8")) as JsonObject]),
  ) as Tree;

/** Writes those that differ; gives their paths. */
export const writeTree = (folder: string, tree: Tree, before: Tree): readonly string[] =>
  names.flatMap((name) => {
    const text = dump(tree[name], { lineWidth: -1 });
    writeFileSync(join(folder, treeFiles[name]), text);
    return text === dump(before[name], { lineWidth: -1 }) ? [] : [treeFiles[name]];
  });
