import type { ReportingDescriptor } from "sarif";
import type { Check } from "../../checks/check.ts";
import { pageOf } from "../../policy/run-checks.ts";
import data from "./data/rule-help.json" with { type: "json" };
import { levels, short } from "./words.ts";

/** The words of code scanning, which orders alerts by them. */
const problemSeverities = { error: "error", warning: "warning", notice: "recommendation" } as const;

/** What the page of each check says, by its id. */
const pages = new Map<string, { readonly finds: string; readonly help: string }>(Object.entries(data));

/**
 * A check as a rule, with what code scanning asks of one:
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning#reportingdescriptor-object
 */
export const ruleOf = ({ id, title, severity, decidedBy }: Check): ReportingDescriptor => {
  const address = pageOf(id);
  const page = pages.get(id);
  const finds = page?.finds ?? title;
  return {
    id,
    name: id,
    shortDescription: { text: short(title) },
    fullDescription: { text: short(finds) },
    helpUri: address,
    help: {
      text: `${finds}\n\nHow to mend it: ${address}`,
      markdown: `${page?.help ?? title}\n\n[The page of this check, with its sources](${address})`,
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [...new Set(["prometheus", "monitoring", id.split("-", 1)[0] ?? id])],
      // A tool's own verdict is what the tool will say again; ours were read by hand (docs/precision.md).
      precision: decidedBy === "own" ? "high" : "very-high",
      "problem.severity": problemSeverities[severity],
    },
  };
};
