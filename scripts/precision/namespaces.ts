import { dirname } from "node:path";
import { mapping, text } from "./plain.ts";
import type { YamlFile } from "./yaml-files.ts";

/**
 * What namespace the file's Kustomization gives: Flux's targetNamespace for its path (where it has none, the namespace
 * that kustomize puts Flux's object in, which home-operations repositories copy into it), else the nearest
 * kustomization that names one.
 */
export function namespaces(files: readonly YamlFile[]): (path: string) => string | null {
  const kustomizations = files.flatMap(({ path, documents }) =>
    documents.filter(({ content }) => content["kind"] === "Kustomization").map(({ content }) => ({ path, content })),
  );
  const given = new Map<string, string>();
  for (const { path, content } of kustomizations) {
    const own = text(content["namespace"]);
    if (own !== null) given.set(dirname(path), own);
  }
  const flux = new Map<string, string>();
  for (const { path, content } of kustomizations) {
    const spec = mapping(content["spec"]);
    const folder = text(spec["path"])?.replace(/^\.?\/|\/$/g, "");
    const target = text(spec["targetNamespace"]) ?? nearest(given, path);
    if (folder !== undefined && target !== null) flux.set(folder, target);
  }
  return (path) => nearest(flux, path) ?? nearest(given, path);
}

/** What is said of the file's folder, or of the nearest above it. */
const nearest = (byFolder: ReadonlyMap<string, string>, path: string): string | null =>
  ancestors(path)
    .map((folder) => byFolder.get(folder))
    .find((found) => found !== undefined) ?? null;

function ancestors(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) folders.push(folder);
  return [...folders, "."];
}
