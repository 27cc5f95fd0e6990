// npm run first-five-minutes [-- --only <part of a title>]: does the tasks of docs/first-five-minutes.md, a command
// after the other as a person would type them, and writes the page with what they printed and how long they took. Exit
// code 1 where a command ends otherwise than the task says. KPS_CHART names the chart; --repositories as of precision.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { copyRepository } from "../test/repository-copy.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { writeInstalledCommand } from "./first-five-minutes/installed-command.ts";
import { type DoneCommand, type DoneTask, pageOf } from "./first-five-minutes/page.ts";
import { type Task, type TypedCommand, tasks } from "./first-five-minutes/tasks.ts";
import { toolsCache } from "./tool-build/tools-cache.ts";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { only: { type: "string" }, repositories: { type: "string" } } });
const work = mkdtempSync(join(tmpdir(), "first-five-minutes-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
const bin = join(work, "bin");
const clone = join(work, "clone");
const tools = await toolsDir(checkCommands);
await writeInstalledCommand(bin);
copyRepository(clone, /^fixtures\/judge\//).commit("clone");

const chosen = tasks.filter(({ title }) => values.only === undefined || title.includes(values.only));
const done = chosen.map(doTask);
if (values.only === undefined) writeFileSync(join(root, "docs/first-five-minutes.md"), pageOf(done));

function doTask(task: Task, number: number): DoneTask {
  const empty = join(work, `task-${number}`);
  mkdirSync(empty);
  const started = performance.now();
  let folder = task.from === "an empty folder" ? empty : clone;
  const commands = task.commands.map((command): DoneCommand => {
    const ran = run(command, folder);
    folder = ran.folder;
    if (ran.code !== (command.code ?? 0)) {
      process.exitCode = 1;
      console.error(`${task.title}: ${command.line} ended with ${ran.code}`);
    }
    return { command, output: ran.output };
  });
  const seconds = Math.ceil((performance.now() - started) / 1000);
  console.log(`${task.title}: ${seconds} s`);
  return { task, commands, seconds };
}

/** Runs a line in a shell, which may leave the folder: the next one begins where it ended. */
function run(
  { line }: TypedCommand,
  folder: string,
): { readonly code: number; readonly output: string; readonly folder: string } {
  const place = join(work, "place");
  const actual = values.repositories === undefined ? line : withRepositories(line, resolve(values.repositories));
  const { status, stdout } = spawnSync("bash", ["-c", `{ ${actual}\n} 2>&1; ended=$?; pwd > '${place}'; exit $ended`], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: [bin, tools, dirname(process.execPath), process.env["PATH"]].join(delimiter),
      NO_COLOR: "1",
      CLONE: clone,
      STACKS: join(toolsCache(process.env), "../precision/stacks"),
    },
  });
  console.log(`$ ${line}\n${stdout}`);
  const ended = spawnSync("cat", [place], { encoding: "utf8" }).stdout.trim();
  return { code: status ?? 1, output: told(stdout), folder: ended };
}

/** Without the internet the repository is taken from where it is at hand. */
function withRepositories(line: string, folder: string): string {
  return line.includes("run -s precision") ? `${line} --repositories '${folder}'` : line;
}

/** What was printed, without the names of folders that are another each time. */
function told(output: string): string {
  return stripVTControlCharacters(output)
    .replaceAll(work, "…")
    .replaceAll(process.env["HOME"] ?? "\0", "~")
    .trimEnd();
}
