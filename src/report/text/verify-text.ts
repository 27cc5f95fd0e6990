import { lostAt } from "../../verify/verify-failure.ts";
import type { Report } from "../report.ts";
import { counted } from "../summary/markdown.ts";

/** What was seen in the cluster, for a log: what is lost, and the numbers. */
export const renderVerifyText = ({ verify }: Report): string => {
  if (verify === null) return "";
  const { paths, conditions, waitedMs, requests, gpus, alerts } = verify;
  const seen = paths.filter(({ sight }) => sight === "seen").length;
  const lost = paths.flatMap((path) => {
    const hop = lostAt(path);
    return hop === undefined ? [] : [`  NOT SEEN ${path.subject}: ${hop.hop.replaceAll("-", " ")}: ${hop.what}`];
  });
  const unmet = conditions
    .filter(({ sight }) => sight !== "seen")
    .map(
      ({ sight, condition, subject, what }) =>
        `  ${sight === "not-seen" ? "NOT SEEN" : "not to be seen"} ${subject}: ${condition.replaceAll("-", " ")}: ${what}`,
    );
  const differ = paths
    .flatMap(({ subject, hops }) => hops.filter(({ agrees }) => agrees === false).map((hop) => ({ subject, ...hop })))
    .map(
      ({ subject, hop, predicted, what }) =>
        `  DISAGREE ${subject}: ${hop.replaceAll("-", " ")} was promised ${predicted}: ${what}`,
    );
  return [
    `Verify: ${seen} of ${counted(paths.length, "signal")} seen after ${Math.round(waitedMs / 1000)} s (${counted(requests, "request")} in the last look)`,
    ...lost,
    ...unmet,
    ...differ,
    ...(gpus ?? []).map(
      ({ node, allocatable, unhealthy, exported }) =>
        `  Node ${node}: ${exported} of ${allocatable + unhealthy} GPUs have metrics`,
    ),
    ...(alerts === null ? [] : [`  ${counted(alerts.firing.length, "alert")} firing`]),
  ].join("\n");
};
