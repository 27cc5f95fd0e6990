import type { ReportingConfiguration } from "sarif";
import type { Severity } from "../../core/finding.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import { visible } from "../text/visible.ts";

/** Characters that code scanning keeps of a text. */
const longest = 1024;

/**
 * A text as an alert may show it. In SARIF `[label](target)` is a link, whoever wrote it: what is quoted makes none
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html, 3.11.6).
 */
export const plain = (text: string): string => visible(text).replaceAll("](", "] (");

/** The same at the length that is kept, with an ellipsis for the rest. */
export const short = (text: string, units = longest): string => cutTo(plain(cutTo(text, units)), units - 1);

/** The word of a severity for results, and for rules. */
export const levels = {
  error: "error",
  warning: "warning",
  notice: "note",
} as const satisfies Readonly<Record<Severity, ReportingConfiguration.level>>;
