import type { Tried } from "./try-change.ts";

const yesOrNo = (is: boolean): string => (is ? "yes" : "no");

const placeText = (place: Tried["own"]): string =>
  place === null ? "nothing new" : `${place.file.replace(/^prometheus-stack\//, "")}:${place.line}`;

/** One pull request as a line of text. */
export const textRow = ({ change, own, shown, inDiff, agreed, shownText, others }: Tried): string =>
  [
    `${change.name}: ${change.check} at ${placeText(own)}, shown at ${placeText(shown)} (${shownText})`,
    `in the diff: ${yesOrNo(inDiff)}, expected line: ${agreed ?? "no"}`,
    `beside it ${others.inDiff} of ${others.all} new findings in the diff`,
  ].join("; ");

/** What came of all of them. */
export const summaryLine = (tried: readonly Tried[]): string =>
  `${tried.length} pull requests, ${tried.filter(({ inDiff }) => inDiff).length} anchored in the diff, ${tried.filter(({ inDiff, agreed }) => inDiff && agreed !== null).length} on the expected line`;

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** All of them as Markdown, the summary below. */
export const markdownTable = (tried: readonly Tried[]): string =>
  [
    "| Change | Finding | Its own place | Shown at | In the diff | Line agreed |",
    "| --- | --- | --- | --- | --- | --- |",
    ...tried.map(
      ({ change, own, shown, shownText, inDiff, agreed }) =>
        `| ${[
          cell(`${change.name} (\`${change.file}\`)`),
          `\`${change.check}\``,
          `\`${placeText(own)}\``,
          cell(`\`${placeText(shown)}\` \`${shownText}\``),
          yesOrNo(inDiff),
          agreed === "named" ? "yes" : (agreed ?? "no"),
        ].join(" | ")} |`,
    ),
    "",
    `${summaryLine(tried)}.`,
  ].join("\n");
