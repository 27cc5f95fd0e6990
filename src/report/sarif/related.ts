import type { Location as SarifLocation } from "sarif";
import type { Finding, Location } from "../../core/finding.ts";
import type { SignalPath } from "../../signal/path/signal-path.ts";
import { sarifPlace } from "./places.ts";
import { short } from "./words.ts";

/** As many hops as a person follows; a monitor has eleven. */
const mostPlaces = 12;
const longestWhy = 300;

/** The signals that a broken hop ends, by the check that tells it and the line. */
export type SignalsByBreak = ReadonlyMap<string, SignalPath>;

/** The first signal of each line that is told. */
export const signalsByBreak = (paths: readonly SignalPath[]): SignalsByBreak =>
  new Map(
    paths
      .flatMap((path) =>
        path.hops.flatMap(({ status, check, at }) =>
          status === "broken" && check !== undefined && at !== undefined ? [[keyOf(check, at), path] as const] : [],
        ),
      )
      .reverse(),
  );

/**
 * The places of a finding beside the one that is shown, numbered from 1: its own where that is another, and those along
 * the signal that it ends.
 */
export const relatedPlaces = ({ check, at, anchor }: Finding, signals: SignalsByBreak): readonly SarifLocation[] => {
  const path = at === undefined ? undefined : signals.get(keyOf(check, at));
  const own =
    at === undefined || anchor === undefined ? [] : [{ at, said: "shows here: a line of the change brings it" }];
  const places = (path?.hops ?? []).flatMap((hop) =>
    hop.at === undefined || lineOf(hop.at) === (at === undefined ? "" : lineOf(at)) ? [] : [{ ...hop, at: hop.at }],
  );
  const hops = places.map(({ hop, status, why, at: place }) => ({
    ...{ at: place, said: `${hop.replaceAll("-", " ")}: ${status}. ${why}` },
  }));
  return [...own, ...hops].slice(0, mostPlaces).map(({ at: place, said }, index) => ({
    id: index + 1,
    ...sarifPlace(place),
    message: { text: short(said, longestWhy) },
  }));
};

/** Code scanning shows a related place only where the message links it; the label is one of our own words. */
export const linksTo = (places: readonly SarifLocation[]): string => {
  const links = places.map(({ id, message }) => `[${message?.text?.split(":", 1)[0] ?? ""}](${id ?? 0})`);
  return links.length === 0 ? "" : `On the signal's way: ${links.join(", ")}.`;
};

const keyOf = (check: string, at: Location): string => `${check} ${lineOf(at)}`;

const lineOf = ({ file, line }: Location): string => `${line} ${file}`;
