import { cpus } from "node:os";
import type { Task, TypedCommand } from "./tasks.ts";

export interface DoneCommand {
  readonly command: TypedCommand;
  /** What it printed on both streams. */
  readonly output: string;
}

/** A task as it was done. */
export interface DoneTask {
  readonly task: Task;
  readonly commands: readonly DoneCommand[];
  readonly seconds: number;
}

/** The text of docs/first-five-minutes.md. */
export const pageOf = (done: readonly DoneTask[]): string => `# The first five minutes

<!-- Written by \`npm run first-five-minutes\`, which does all of this. -->

Five tasks, each as the commands that somebody types, with what they print. They were done on ${cpus().length} CPUs with the tools at hand; chart and schemas came from the disk, so that no download is in the times.
Before the first, once: \`npm install --global github:prometheus-stack-action/prometheus-stack-action\`. Where a machine lacks something, \`prometheus-stack-action doctor\` says what, and the repair.

| Task | Begins with | Took |
| --- | --- | --- |
${done.map(({ task, seconds }) => `| [${task.title}](#${anchorOf(task.title)}) | ${task.from} | ${timeOf(seconds)} |`).join("\n")}

${done.map(sectionOf).join("\n\n")}
`;

const sectionOf = ({ task, commands }: DoneTask): string =>
  [`## ${task.title}`, task.about, `\`\`\`console\n${commands.map(commandText).join("\n")}\n\`\`\``, task.learned].join(
    "\n\n",
  );

const commandText = ({ command, output }: DoneCommand): string =>
  [
    `$ ${command.line}`,
    ...shortened(
      output.split("\n").filter((_, n, all) => all.length > 1 || all[n] !== ""),
      command,
    ),
  ].join("\n");

/** A long output is left out in its middle. */
const shortened = (lines: readonly string[], { first, last }: TypedCommand): readonly string[] => {
  if (first === undefined && last === undefined) return lines;
  const [head, tail] = [first ?? 0, last ?? 0];
  const left = lines.length - head - tail;
  if (left <= 1) return lines;
  return [...lines.slice(0, head), `[${left} lines]`, ...lines.slice(lines.length - tail)];
};

const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 ]/g, "")
    .replaceAll(" ", "-");

const timeOf = (seconds: number): string => (seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`);
