import { posix } from "node:path";
import { projectAddress } from "../../src/core/project.ts";

/** What the page of a check says, for whoever reads an alert of it elsewhere. */
export interface RuleHelp {
  /** The first paragraph of what it finds. */
  readonly finds: string;
  /** What it finds, why that matters, both examples, how to mend it and when it does not apply, as Markdown. */
  readonly help: string;
}

/** From the text of `docs/checks/<id>.md`: links lead to where the project is kept. Throws where a part is missing. */
export const ruleHelpOf = (id: string, page: string): RuleHelp => {
  const start = page.indexOf("\n## What it finds\n");
  const end = page.indexOf("\n## Sources\n");
  if (start < 0 || end < start) throw new Error(`docs/checks/${id}.md has no parts "What it finds" and "Sources"`);
  const help = page
    .slice(start, end)
    .trim()
    .replaceAll(/\]\((?![a-z]+:|#)([^)\s]+)\)/g, absolute);
  const [, finds] = help.split("\n\n");
  return { finds: (finds ?? "").trim(), help };
};

const absolute = (_link: string, target: string): string =>
  `](${projectAddress}/blob/main/${posix.normalize(`docs/checks/${target}`)})`;
