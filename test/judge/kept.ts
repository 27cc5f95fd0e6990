import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { Difference } from "./compare.ts";
import type { Judged } from "./judge.ts";
import type { Batch } from "./judge-case.ts";
import { chartOperator } from "./judged-operators.ts";

/** Where disagreements are kept, one file each: they are judged again in every test run. */
export const keptFolder = join(import.meta.dirname, "../../fixtures/judge");

/** A disagreement, with all that it takes to judge it again. */
export interface Kept extends Batch {
  /** The version of the operator that was asked; absent: the chart's. */
  readonly operator?: string;
  /** What differed when it was found; it says nothing of how it ends today. */
  readonly found: readonly Difference[];
}

/**
 * Writes the disagreement into `folder`, without the Prometheus objects that are not part of it; gives the file's name.
 * The same one gets the same name.
 */
export const keep = (judged: Judged, folder = keptFolder): string => {
  const { batch, index, differences, operator } = judged;
  const [own, setting] = [batch.cases[index], batch.setting];
  if (own === undefined) throw new Error("a case was lost");
  const involved = prometheusesIn(judged);
  const asked = operator === chartOperator.version ? {} : { operator };
  const kept: Kept = { ...asked, setting: { ...setting, prometheuses: involved }, cases: [own], found: differences };
  const text = JSON.stringify({ ...asked, setting: kept.setting, cases: kept.cases });
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const name = `${String(own["kind"]).toLowerCase()}-${digest}.json`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(kept, undefined, 2)}\n`);
  return name;
};

/** Those that differ; all where it is about what happened at apply. */
const prometheusesIn = ({ batch, differences, prometheuses }: Judged): readonly JsonObject[] => {
  const named = new Set(differences.map(({ prometheus }) => prometheus));
  if (named.has(null)) return batch.setting.prometheuses;
  return batch.setting.prometheuses.filter((_, i) => named.has(prometheuses[i] ?? null));
};

/** Every kept disagreement with the operator of that version, by the name of its file. */
export const keptOnes = (version = chartOperator.version, folder = keptFolder): ReadonlyMap<string, Kept> =>
  new Map([...allKept(folder)].filter(([, { operator = chartOperator.version }]) => operator === version));

const allKept = (folder: string): ReadonlyMap<string, Kept> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8")) as Kept]),
  );
