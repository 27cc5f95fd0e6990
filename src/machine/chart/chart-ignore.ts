import { posix } from "node:path";
import { type PathPattern, readPathPattern } from "./path-pattern.ts";

/** Whether a chart's folder leaves a file or folder out, by its path in the chart. */
export type IsIgnored = (path: string, isFolder: boolean) => boolean;

interface Rule {
  readonly matches: PathPattern;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/**
 * The rules of a `.helmignore` as helm reads them (https://github.com/helm/helm/blob/v4.3.1/pkg/ignore/rules.go), and
 * its own: hidden files of the templates. A rule with `!` leaves out whatever it does not match, as there. Answers the
 * rule that helm refuses instead, where there is one.
 */
export const readChartIgnore = (text: string): IsIgnored | { readonly refused: string } => {
  const rules: Rule[] = [];
  for (const line of [...text.replace(/^\uFEFF/, "").split(/\r?\n/), "templates/.?*"]) {
    const written = line.trim();
    if (written === "" || written.startsWith("#")) continue;
    if (written.includes("**") || readPathPattern(written) === null) return { refused: written };
    rules.push(readRule(written));
  }
  return (path, isFolder) => {
    for (const { matches, negated, foldersOnly } of rules)
      if (negated ? (foldersOnly && !isFolder) || !matches(path) : (isFolder || !foldersOnly) && matches(path))
        return true;
    return false;
  };
};

const readRule = (written: string): Rule => {
  const negated = written.startsWith("!");
  const text = negated ? written.slice(1) : written;
  const foldersOnly = text.endsWith("/");
  const pattern = foldersOnly ? text.slice(0, -1) : text;
  // What is malformed only without its slashes matches nothing, and helm goes on.
  const matches = readPathPattern(pattern.replace(/^\//, "")) ?? (() => false);
  // Without a slash only the name counts.
  const ofName: PathPattern = (path) => matches(posix.basename(path));
  return { matches: pattern.includes("/") ? matches : ofName, negated, foldersOnly };
};
