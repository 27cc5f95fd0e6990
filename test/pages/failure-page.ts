import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/guides/when-a-run-fails.md"), "utf8");

/** A section of docs/guides/when-a-run-fails.md. */
export interface FailureSection {
  readonly reason: string;
  readonly text: string;
  /** What of its message is the same in every run, without what stands in `<…>`. */
  readonly constantParts: readonly string[];
}

export const failureSections: readonly FailureSection[] = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ reason: text.slice(0, text.indexOf("\n")), text, constantParts: constantPartsOf(text) }));

function constantPartsOf(section: string): readonly string[] {
  const [, message = ""] = /^```text\n([\s\S]*?)^```$/m.exec(section) ?? [];
  return message
    .split(/<[^>]*>|\n/)
    .map((part) => part.replaceAll(/^[^\w`]+|[^\w`]+$/g, ""))
    .filter((part) => part.length > 3);
}
