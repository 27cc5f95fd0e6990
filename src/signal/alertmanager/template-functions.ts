import semver from "semver";
import { textAt } from "../../kubernetes/json-fields.ts";
import type { WorldObject } from "../../world/world.ts";

/** Of Go itself: https://pkg.go.dev/text/template#hdr-Functions */
const ofGo = "and call eq ge gt html index js le len lt ne not or print printf println slice urlquery".split(" ");

/**
 * Of Alertmanager, whichever of its releases up to {@link lastRead} has them:
 * https://github.com/prometheus/alertmanager/blob/v0.34.0/template/template.go
 */
const ofAlertmanager = [
  ..."append base64decode base64encode date dict humanizeDuration join list match mustToDate now".split(" "),
  ..."reReplaceAll routeLabels safeHtml safeUrl since stringSlice title toDate toJson toLower toUpper".split(" "),
  ..."trimSpace tz urlUnescape".split(" "),
];

const lastRead = "0.34.0";

const known: ReadonlySet<string> = new Set([...ofGo, ...ofAlertmanager]);

/** Whether an Alertmanager lacks a function for certain; never of a release that is newer than what was read. */
export const lacksFunction = (name: string, { body }: WorldObject): boolean => {
  const written =
    textAt(body, ["spec", "version"]) ?? /:([^:/@]+)(?:@|$)/.exec(textAt(body, ["spec", "image"]) ?? "")?.[1];
  const version = semver.coerce(written ?? lastRead);
  return !known.has(name) && version !== null && semver.lte(version, lastRead.replace(/\.\d+$/, ".999"));
};
