import { chartNews } from "./chart-news.ts";
import { updateCommands } from "./commands.ts";
import { updateExporters } from "./exporters.ts";
import { updateGithubApi } from "./github-api.ts";

/** Where a part works. */
export interface UpdatePlace {
  readonly root: string;
  /** For what is loaded; removed afterwards. */
  readonly scratch: string;
  /** Folder with clones that are there already; null: none. */
  readonly clones: string | null;
}

/** Brings something to its newest release; what it did, and what is left to a person, line by line. */
type Part = (place: UpdatePlace) => Iterable<string> | AsyncIterable<string>;

/** What we keep of others. */
export const parts = {
  commands: updateCommands,
  exporters: updateExporters,
  "github-api": updateGithubApi,
  chart: chartNews,
} as const satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof parts;
export const partNames = Object.keys(parts) as readonly PartName[];
export const isPartName = (name: string): name is PartName => name in parts;
