import { posix } from "node:path";
import type { Location } from "../../core/finding.ts";
import { textPosition } from "../../text/text-position.ts";
import type { UnclearLine } from "../stack.ts";
import { followScript } from "./follow-script.ts";
import { type HelmLine, type Objection, type RepoAdd, readHelmCall } from "./helm-line.ts";
import { rewrittenValues } from "./shell-writes.ts";

/** The script as far as its text tells; which files its paths mean is found out afterwards. */
export interface ParsedInstallScript {
  readonly file: string;
  readonly line: HelmLine | null;
  /** Those with other charts, and the place of each chart's name. */
  readonly otherLines: readonly { readonly line: HelmLine; readonly chart: string; readonly at: Location }[];
  readonly repoAdds: readonly RepoAdd[];
  readonly switchesNamespace: boolean;
  readonly unclear: readonly UnclearLine[];
  /** The place of a stretch of the script. */
  at(start: number, end?: number): Location;
}

/** With these inputs nothing that the script says is needed. */
const wholeScript: readonly string[] = ["chart", "release-name", "namespace"];

/** The chart that the stack is; an install line with another chart installs something beside it. */
const stackChart = /(?:^|\/)kube-prometheus-stack(?:-\d[^/]*)?(?:\.tgz)?\/?(?:[:@][^/]*)?$/;

/** The pattern goes over a text more than once, and no path is longer than that. */
const isStackChart = (text: string): boolean => text.length <= 4096 && stackChart.test(text);

/**
 * Reads `upstream/install.sh`, which is never executed. `stack` is the stack's folder. Never throws: what is not
 * understood is in `unclear`.
 */
export const parseInstallScript = (source: string, file: string, stack: string): ParsedInstallScript => {
  const text = source.replaceAll("\r\n", "\n");
  const { at } = textPosition(file, text);
  const unclear: UnclearLine[] = [];
  const object = ({ message, start, end }: Objection, replacedBy: readonly string[]): void => {
    unclear.push({ message: `${message}.`, at: at(start, end), replacedBy });
  };
  // Nothing says from which folder the script is run: these are the folders that paths in such scripts are relative to.
  const run = followScript(text, file, [...new Set([posix.dirname(file), stack, "."])]);
  if (text !== source)
    object(
      { message: "The script has Windows line endings, with which bash does not run it", start: 0, end: 0 },
      wholeScript,
    );
  for (const doubt of run.doubts) object(doubt, wholeScript);
  const calls = run.calls.map(readHelmCall);
  const lines = calls.flatMap((call) => (call.is === "install" && !call.line.dryRun ? [call.line] : []));
  const line = choose(lines, (one, message) => object({ ...spanOf(one), message }, wholeScript));
  if (line !== null) {
    for (const objection of line.objections) object(objection, []);
    for (const write of rewrittenValues(line, run.calls, run.writes)) object(write, ["value-files"]);
    if (line.call.doubt !== null)
      object(
        { ...spanOf(line), message: `helm stands inside ${line.call.doubt}: whether it runs is not known` },
        wholeScript,
      );
  } else if (lines.length === 0) {
    const near = calls.find((call) => call.is === "template" || call.is === "plugin");
    const what =
      near?.is === "plugin" ? `, only \`helm ${near.name}\`, a plugin, which is not run` : ", only helm template";
    const start = near?.call.start ?? 0;
    const message = `No helm install or helm upgrade was found${near === undefined ? "" : what}`;
    object({ message, start, end: start }, wholeScript);
  }
  return {
    file,
    line,
    otherLines: lines.flatMap((line) =>
      line.chart?.value.known && !isStackChart(line.chart.value.text)
        ? [{ line, chart: line.chart.value.text, at: at(line.chart.start, line.chart.end) }]
        : [],
    ),
    repoAdds: calls.flatMap((call) => (call.is === "repo-add" ? [call.repo] : [])),
    switchesNamespace: run.switchesNamespace,
    unclear,
    at,
  };
};

const choose = (lines: readonly HelmLine[], object: (line: HelmLine, message: string) => void): HelmLine | null => {
  const [only, ...others] = lines;
  if (only === undefined || others.length === 0) return only ?? null;
  const stacks = lines.filter(({ chart }) => chart?.value.known === true && isStackChart(chart.value.text));
  const [stack, ...more] = stacks;
  if (stack !== undefined && more.every((one) => sameRelease(one) === sameRelease(stack)))
    return stacks.find(({ call }) => call.doubt === null) ?? stack;
  for (const line of stack === undefined ? lines : stacks)
    object(line, `helm is called ${lines.length} times here: which call installs the stack is not certain`);
  return null;
};

/** All that decides what is installed: calls that agree in it install one and the same, whichever of them runs. */
const sameRelease = (line: HelmLine): string =>
  JSON.stringify(
    [line.releaseName, line.chart, line.version, line.repository, line.namespace, ...line.valueFiles, ...line.sets].map(
      (told) => told?.value ?? null,
    ),
  );

/** `helm … install`, up to the subcommand where that stands on the same line. */
export const spanOf = ({ call }: HelmLine): { readonly start: number; readonly end: number } => ({
  start: call.start,
  end: call.fields[0]?.end ?? call.start,
});
