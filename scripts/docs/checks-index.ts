import type { Check } from "../../src/checks/check.ts";
import { checks } from "../../src/checks/index.ts";
import { compare } from "../../src/core/finding.ts";

/**
 * The text of docs/checks.md: every check with its severity, what it finds and who decides,
 * each with a link to its page.
 */
export const checksIndex = (list: readonly Check[] = checks): string => `# Checks

<!-- Written by \`npm run docs\` from src/checks. Do not edit: change the check, then run it again. -->

Each check has one page: what it finds, why that matters, a wrong and a right example. Its severity and \`fail-on\` decide together whether a finding fails the
run: \`fail-on: error\` (the default) fails on errors only, \`warning\` on errors and warnings, \`notice\` on all, \`never\` on none. Where a command decides, its
verdict is passed on with the line that a person can edit.

| check | severity | what it finds | decided by |
| --- | --- | --- | --- |
${[...list]
  .sort((a, b) => compare(a.id, b.id))
  .map(rowOf)
  .join("\n")}
`;

const rowOf = ({ id, severity, title, decidedBy }: Check): string =>
  `| [${id}](checks/${id}.md) | ${severity} | ${title} | ${decidedBy === "own" ? "this action" : decidedBy} |`;
