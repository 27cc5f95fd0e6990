import { relative, resolve } from "node:path";
import semver from "semver";
import packageFile from "../package.json" with { type: "json" };
import { checks } from "./checks/index.ts";
import { suppressionUnused } from "./checks/suppression-unused.ts";
import { exitCodeOf } from "./cli/exit-code.ts";
import { help } from "./cli/help.ts";
import { type CheckRequest, readRequest } from "./cli/options.ts";
import { paintFor } from "./cli/paint.ts";
import { asOperatorError, OperatorError } from "./core/errors.ts";
import { type FixedTree, fixFindings } from "./fix/fix-findings.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { openEditableFiles } from "./machine/files/edit-files.ts";
import { findRoot } from "./machine/files/find-root.ts";
import { openOutside } from "./machine/open-outside.ts";
import { forRunner } from "./machine/runner/log.ts";
import type { Outcome } from "./outcome.ts";
import type { Repository } from "./outside/repository.ts";
import { writeBaseline } from "./policy/baseline.ts";
import { type OpenedConfig, openConfig } from "./policy/open-config.ts";
import { renderers } from "./report/renderers.ts";
import { counted } from "./report/summary/markdown.ts";
import { renderFixes, type TextOptions } from "./report/text/terminal-text.ts";
import { visible } from "./report/text/visible.ts";
import { nextStep, verdict } from "./report/verdict.ts";
import { whyNotWhole } from "./report/whole-check.ts";
import { run } from "./run.ts";
import { hideAddressCredentials } from "./secrets/address-credentials.ts";

/** The same run as the action's, for a terminal and for pre-commit: only the result on stdout. Sets the exit code. */
export const command = async (): Promise<void> => {
  try {
    process.exitCode = await exitCode();
  } catch (thrown) {
    const error = asOperatorError(thrown);
    const said = error?.message ?? (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    complain(hideAddressCredentials(said), error?.hint ?? null);
    process.exitCode = 2;
  }
};

const exitCode = async (): Promise<number> => {
  const request = readRequest(process.argv.slice(2));
  if (request.kind === "doctor") {
    const { doctor } = await import("./cli/doctor.ts");
    const { text, code } = await doctor(request, process.cwd(), process.env);
    print(text);
    return code;
  }
  assertNode(process.versions.node);
  if (request.kind === "init") {
    const { init } = await import("./cli/init.ts");
    return print(await init(request, process.cwd()));
  }
  if (request.kind !== "check") return print(request.kind === "help" ? help() : `${packageFile.version}\n`);
  const folder = resolve(request.path ?? ".");
  const root = await findRoot(folder, process.cwd());
  const given = { ...request.inputs, path: request.path === undefined ? "" : relative(root, folder) || "." };
  if (request.watch) {
    const { watchStack } = await import("./cli/watch/watch-stack.ts");
    await watchStack({
      root,
      given,
      options: textOptions(root, request.quiet, process.stdout),
      output: process.stdout,
    });
    return 0;
  }
  const outside = await openOutside({ ...process.env, GITHUB_WORKSPACE: root }, { mask: () => {}, keep: () => {} });
  try {
    return await answer(request, root, given, await outside.repository());
  } finally {
    // Not before: of the commit whose configuration counts, more is read during the check.
    await outside.close();
  }
};

const answer = async (
  request: CheckRequest,
  root: string,
  given: Readonly<Record<string, string>>,
  repository: Repository,
): Promise<number> => {
  const inputOf = (name: string): string => new Map(Object.entries(given)).get(name) ?? "";
  const named = { file: inputOf("config-file"), target: inputOf("target") };
  const configuration = await openConfig(named, repository, async () => checks);
  const inputs = readInputs(inputOf, {
    configured: configuration.config,
    hint: "Correct the option of that name.",
  });
  const check = () => checkOnce(inputs, configuration, root, request.quiet);
  const fixed = request.fix
    ? await fixFindings(check, openEditableFiles(root))
    : { ...nothingFixed, last: await check() };
  const { last } = fixed;
  await show(request, root, fixed);
  if (exitCodeOf(last) === 2)
    complain(last.bug ?? last.report.error?.message ?? verdict(last.report), nextStep(last.report));
  return request.writeBaseline && exitCodeOf(last) !== 2
    ? keepBaseline(last, configuration.config.baseline, root)
    : exitCodeOf(last);
};

/** What is found today is not new tomorrow. What could not be checked is no baseline. */
const keepBaseline = async ({ report }: Outcome, file: string, root: string): Promise<0 | 2> => {
  const why = whyNotWhole(report);
  if (why !== null) {
    const hint = "Mend that first: what was not judged would be missing in it.";
    complain(`${file} is not written, for not all was checked: ${why}`, hint);
    return 2;
  }
  const old = report.suppressed.filter(({ by }) => by === "baseline").map(({ finding }) => finding);
  const findings = [...report.findings, ...old].filter(({ check }) => check !== suppressionUnused.id);
  await openEditableFiles(root).create(file, writeBaseline(findings));
  const are = findings.length === 1 ? "is" : "are";
  process.stderr.write(`${counted(findings.length, "finding")} ${are} in ${file}: only new ones fail from now on.\n`);
  return 0;
};

/** npm only warns of a Node that is too old, and it would fail in the middle. Throws OperatorError `tool-missing`. */
const assertNode = (version: string): void => {
  const { node } = packageFile.engines;
  if (!semver.satisfies(version, node))
    throw new OperatorError(
      "tool-missing",
      `Node.js ${node} is needed; this is ${version}.`,
      "Install it from https://nodejs.org/.",
    );
};

const nothingFixed = { fixed: [], made: [], left: [] } as const;

/** Of a terminal that does not say how wide it is. */
const usualColumns = 80;

/** Every check has an outside of its own: nothing of the tree before a repair is left in it. */
const checkOnce = async (
  inputs: Inputs,
  configuration: OpenedConfig,
  root: string,
  quiet: boolean,
): Promise<Outcome> => {
  const write = (text: string) => void (quiet || process.stderr.write(text));
  const env = { ...process.env, GITHUB_WORKSPACE: root };
  const isSeen = process.stderr.isTTY && !quiet && process.env["TERM"] !== "dumb";
  const terminal = isSeen ? { columns: () => process.stderr.columns || usualColumns } : {};
  const outside = await openOutside(env, { mask: () => {}, keep: () => {}, write, ...terminal });
  try {
    return await run(inputs, configuration, await outside.for(inputs));
  } finally {
    await outside.close();
  }
};

const textOptions = (root: string, brief: boolean, stream: NodeJS.WritableStream): TextOptions => ({
  paint: paintFor(stream),
  shown: (file) => relative(process.cwd(), resolve(root, file)),
  brief,
});

const show = async ({ format, quiet }: CheckRequest, root: string, fixed: FixedTree<Outcome>): Promise<void> => {
  const { report } = fixed.last;
  const options = (stream: NodeJS.WritableStream): TextOptions => textOptions(root, quiet, stream);
  const text = await renderers[format](report, options(process.stdout));
  if (format === "text") return void print(renderFixes(fixed, options(process.stdout)) + text);
  process.stderr.write(renderFixes(fixed, options(process.stderr)));
  // Markdown quotes what it shows line by line, as the text does; of the others no line can be taken for a command.
  if (format === "markdown") print(text);
  else process.stdout.write(text);
};

const print = (text: string): 0 => {
  // What we quote may look like a command to the runner of a workflow; a terminal would lose the colours in the log.
  if (process.env["GITHUB_ACTIONS"] !== "true") process.stdout.write(text);
  else process.stdout.write(forRunner(text.trimEnd()));
  return 0;
};

const complain = (message: string, hint: string | null): void => {
  process.stderr.write(`error: ${visible(message)}\n${hint === null ? "" : `${visible(hint)}\n`}`);
};
