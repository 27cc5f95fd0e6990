import { help } from "../../src/cli/help.ts";
import { failureReasons } from "../../src/core/errors.ts";
import { modeNames, modeNeeds } from "../../src/core/mode.ts";

/** The modes as a Markdown table: what they do, and what they ask for. */
export const modesTable = (): string =>
  [
    "| Mode | Stages | Cluster | Events that a stranger can cause |",
    "| --- | --- | --- | --- |",
    ...modeNames.map((name) => {
      const { stages, cluster, forWritersOnly } = modeNeeds(name);
      const sometimes = stages.length === 0 ? "no" : "only where `schema-locations` or `exporter` is `cluster`";
      const reached = cluster ? "yes" : sometimes;
      const run = stages.length === 0 ? "none: it publishes what an earlier run reported" : stages.join(", ");
      return `| \`${name}\` | ${run} | ${reached} | ${forWritersOnly ? "refused" : "yes"} |`;
    }),
  ].join("\n");

/** The reasons of failure as a list, each with a link to what helps. */
export const reasonsList = (): string =>
  failureReasons.map((reason) => `- [\`${reason}\`](guides/when-a-run-fails.md#${reason})`).join("\n");

/** What `--help` shows. */
export const helpBlock = (): string => `\`\`\`text\n${help().trimEnd()}\n\`\`\``;
