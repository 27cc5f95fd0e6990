import type { Hop } from "../path/signal-path.ts";
import type { DashboardFile } from "./dashboard-file.ts";
import type { LazyPath } from "./dashboard-queries.ts";

/** A name at a place in the dashboard. */
export interface Use {
  readonly name: string;
  readonly place: LazyPath;
}

/** Where the name stands. */
export const placeOf = ({ json }: DashboardFile, use: Use | undefined): Pick<Hop, "at"> =>
  use === undefined ? {} : { at: json.within(use.place(), use.name) };

/** The beginning of a sentence about queries that yield nothing. */
export const queriesStay = (uses: readonly unknown[]): string =>
  uses.length === 1 ? "the query stays" : `${uses.length} queries stay`;
