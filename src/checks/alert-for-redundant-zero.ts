import type { Edit } from "../core/finding.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import type { RuleEntry } from "../signal/rules/rule-entries.ts";
import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";

export const alertForRedundantZero: Check = {
  id: "alert-for-redundant-zero",
  title: "An alert says `for: 0s`, which is what it means without.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const alert of ownAlerts(resolution)) {
      const wait = valueAt(alert.object.body, [...alert.path, "for"]);
      if (typeof wait !== "string" || parseDuration(wait) !== 0) continue;
      const edits = withoutLine(alert, resolution);
      yield {
        ...ruleProblem(alert, resolution, `\`for: ${wait}\` is what an alert without \`for\` does`, ["for"]),
        fix: { description: "Leave `for` out, or give it a time that rides out a missed scrape.", edits },
      };
    }
  },
};

/** The line above takes the place of both; none where `for` does not stand on a line of its own below another key. */
const withoutLine = ({ object, path }: RuleEntry, { world }: Resolution): readonly Edit[] => {
  const at = object.locate([...path, "for"]);
  const lines = at === null ? undefined : world.file(at.file)?.text.split("\n");
  const text = at === null ? undefined : lines?.[at.line - 2];
  if (at === null || text === undefined || !/^ +for:/.test(lines?.[at.line - 1] ?? "")) return [];
  return [{ file: at.file, startLine: at.line - 1, endLine: at.line, text }];
};
