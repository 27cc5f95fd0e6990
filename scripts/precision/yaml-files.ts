import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isMap, parseAllDocuments } from "yaml";
import type { Plain } from "./plain.ts";
import type { Tree } from "./trees.ts";

/** The files below a folder, in order, without those of git, of npm and of GitHub. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/(^|\/)(\.git|node_modules|\.github)(\/|$)/.test(`${entry.parentPath}/`))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** A YAML file of a checkout: its path there, and its documents that are mappings, as text and as values. */
export interface YamlFile {
  readonly path: string;
  readonly documents: readonly { readonly text: string; readonly content: Plain }[];
}

/** The documents that are mappings; a file that is no YAML (a template, say) has none. */
export function readYaml(checkout: string, file: string, variables: Tree["variables"]): YamlFile {
  const path = relative(checkout, file);
  const text = filled(readFileSync(file, "utf8"), variables);
  const parsed = parseAllDocuments(text, { uniqueKeys: false, logLevel: "error" });
  if (!Array.isArray(parsed) || parsed.some(({ errors }) => errors.length > 0)) return { path, documents: [] };
  return {
    path,
    documents: parsed.flatMap((document) => {
      if (!isMap(document.contents)) return [];
      const [start, , end] = document.contents.range ?? [0, 0, text.length];
      const indent = start - (text.lastIndexOf("\n", start - 1) + 1);
      return [
        {
          text: `${" ".repeat(indent)}${text.slice(start, end)}`,
          content: document.toJS({ maxAliasCount: -1 }) as Plain,
        },
      ];
    }),
  };
}

/**
 * As Flux substitutes: `${NAME}`, `${NAME:-default}` and `${NAME:=default}`; `$${` stays a variable of somebody else.
 */
export const filled = (content: string, variables: Tree["variables"] = {}): string =>
  content.replaceAll(reference, (_whole, name?: string, otherwise?: string) =>
    name === undefined ? "${" : (variables[name] ?? otherwise ?? name.toLowerCase().replaceAll("_", "-")),
  );

const reference = /\$\$\{|\$\{([A-Z][A-Z0-9_]*)(?::[-=]([^}]*))?\}/g;
