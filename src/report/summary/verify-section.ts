import type { Condition, ObservedPath, Sight, VerifyReport } from "../../verify/verification.ts";
import { lostAt } from "../../verify/verify-failure.ts";
import type { Report } from "../report.ts";
import { alikeRows, subjectsOf } from "./alike-rows.ts";
import { conformanceSection } from "./conformance-section.ts";
import { counted, details, table, text } from "./markdown.ts";

const icons = { seen: "✅", "not-seen": "❌", "cannot-be-seen": "❔" } as const satisfies Readonly<
  Record<Sight, string>
>;
const ranks = { "not-seen": 0, "cannot-be-seen": 1, seen: 2 } as const satisfies Readonly<Record<Sight, number>>;
const names = { metrics: "Metrics", alert: "Alert", dashboard: "Dashboard" } as const;
const promised = { ok: "✅", broken: "❌", unknown: "❔" } as const;

/**
 * What was seen in the cluster, prediction beside observation: what is lost first, then what the two disagree on; at
 * most `rows` rows a table.
 */
export const verifySection = ({ verify, signalPaths }: Report, rows: number): string => {
  if (verify === null) return "";
  return [
    "### Did the signals arrive?",
    sentence(verify),
    table(
      ["Signal", "Promised", "Seen", "From", "What was seen"],
      alikeRows(
        sorted(verify.paths).slice(0, rows),
        (path) => `${path.signal} ${statusOf(path, signalPaths)} ${path.sight}`,
        seenText,
      ).map((row) => [
        names[row.first.signal],
        promised[statusOf(row.first, signalPaths)],
        icons[row.first.sight],
        subjectsOf(row),
        row.ending,
      ]),
    ),
    disagreements(verify, rows),
    table(["Node", "GPUs", "With metrics", "MIG slices", "With metrics"], gpuRows(verify).slice(0, rows)),
    conditions(verify, rows),
    firing(verify, rows),
    conformanceSection(verify),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

const sentence = ({ paths, waitedMs, looks, requests }: VerifyReport): string => {
  const of = (sight: Sight): number => paths.filter((path) => path.sight === sight).length;
  return `Of ${counted(paths.length, "signal")} ${of("seen")} were seen, ${of("not-seen")} were not, ${of("cannot-be-seen")} cannot be seen, after ${(waitedMs / 1000).toFixed(0)} s and ${counted(looks, "look")} (the last one took ${counted(requests, "request")}).`;
};

const sorted = (paths: readonly ObservedPath[]): readonly ObservedPath[] =>
  paths.toSorted((a, b) => ranks[a.sight] - ranks[b.sight]);

const statusOf = (path: ObservedPath, promises: Report["signalPaths"]): keyof typeof promised =>
  promises.find(({ subject, signal }) => subject === path.subject && signal === path.signal)?.status ?? "unknown";

/** The hop at which it is lost; else how far it was seen to come. */
const seenText = (path: ObservedPath): string => {
  const lost = lostAt(path);
  if (lost !== undefined) return `<b>${hopText(lost.hop)}</b>: ${text(lost.what)}`;
  const telling = ["arrives", "route-reaches-receiver"].flatMap((name) =>
    path.hops.filter(({ hop, observed }) => hop === name && observed === "seen"),
  );
  return text((telling[0] ?? path.hops[0])?.what ?? "Nothing was looked at.");
};

const hopText = (hop: string): string => hop.replaceAll("-", " ");

const disagreements = ({ paths }: VerifyReport, rows: number): string => {
  const all = paths.flatMap(({ subject, hops }) =>
    hops.filter(({ agrees }) => agrees === false).map((hop) => ({ subject, ...hop })),
  );
  if (all.length === 0) return "";
  return [
    `**Files and cluster disagree** on ${counted(all.length, "hop")}:`,
    table(
      ["From", "Hop", "Promised", "Seen", "What was seen"],
      all
        .slice(0, rows)
        .map(({ subject, hop, predicted, observed, what }) => [
          text(subject),
          hopText(hop),
          predicted === null ? "" : promised[predicted],
          icons[observed],
          text(what),
        ]),
    ),
  ].join("\n\n");
};

const gpuRows = ({ gpus }: VerifyReport): readonly (readonly string[])[] =>
  (gpus ?? []).map(({ node, allocatable, unhealthy, exported, migAllocatable, migUnhealthy, migExported }) => [
    text(node),
    devices(allocatable, unhealthy),
    `${exported < allocatable + unhealthy ? "❌" : "✅"} ${exported}`,
    devices(migAllocatable, migUnhealthy),
    migAllocatable + migUnhealthy === 0
      ? ""
      : `${migExported < migAllocatable + migUnhealthy ? "❌" : "✅"} ${migExported}`,
  ]);

/** With those that the device plugin gives to nobody. */
const devices = (allocatable: number, unhealthy: number): string =>
  unhealthy === 0 ? String(allocatable) : `${allocatable + unhealthy}, ${unhealthy} of them ill`;

const conditions = ({ conditions: all }: VerifyReport, rows: number): string => {
  const row = ({ condition, subject, sight, what, hint }: Condition): readonly string[] => [
    icons[sight],
    hopText(condition),
    text(subject),
    [text(what), hint === null || sight === "seen" ? "" : `<b>Next step:</b> ${text(hint)}`]
      .filter((part) => part !== "")
      .join("<br>"),
  ];
  const heads = ["", "Condition", "Of", "What was seen"];
  const told = all.filter(({ sight }) => sight !== "seen").toSorted((a, b) => ranks[a.sight] - ranks[b.sight]);
  const well = all.filter(({ sight }) => sight === "seen");
  return [
    table(heads, told.slice(0, rows).map(row)),
    details(`Conditions that hold: ${well.length}`, table(heads, well.slice(0, rows).map(row))),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

const firing = ({ alerts }: VerifyReport, rows: number): string => {
  if (alerts === null) return "";
  const { before, firing: now } = alerts;
  const key = (alert: { readonly name: string; readonly labels: object }): string => JSON.stringify(alert.labels);
  const former = new Set((before ?? []).map(key));
  const fresh = before === null ? [] : now.filter((alert) => !former.has(key(alert)));
  const names = (all: typeof now): string =>
    [...Map.groupBy(all, ({ name }) => name)]
      .slice(0, rows)
      .map(([name, same]) => `${text(name)}${same.length > 1 ? ` (${same.length})` : ""}`)
      .join(", ");
  return [
    fresh.length === 0 ? "" : `**Firing since the deploy:** ${names(fresh)}.`,
    now.length === 0 ? "No alert fires." : `${counted(now.length, "alert")} firing: ${names(now)}.`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};
