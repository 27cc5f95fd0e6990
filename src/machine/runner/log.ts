import { randomUUID } from "node:crypto";
import type { Log } from "../../outside/outside.ts";
import { visible } from "../../report/text/visible.ts";
import { escaped } from "../../report/text/workflow-command.ts";

interface LogOptions {
  /** Takes whole lines, each with its line feed. */
  readonly write: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The log of the place where we run: a workflow's job, or a terminal. */
export const createLog = ({ write, env }: LogOptions): Log =>
  env["GITHUB_ACTIONS"] === "true" ? runnerLog(write, env["RUNNER_DEBUG"] === "1") : terminalLog(write);

/**
 * The runner reads commands (`::set-env …`, `##[add-path]…`) out of a step's output, and what we print quotes files and
 * tools. Every message stands between `::stop-commands::<token>` and `::<token>::`; a new token each time, so that no
 * message can know the one that ends it.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
 */
const quoted = (message: string): string => {
  const token = randomUUID();
  return `::stop-commands::${token}\n${message}\n::${token}::\n`;
};

/**
 * The parts of a line that the runner looks for commands in; a message without them needs no quoting,
 * and the log stays readable.
 */
const mayBeCommand = /::|##\[/;

/** A text as the log of a workflow may hold it: the runner obeys nothing in it. */
export const forRunner = (message: string): string => (mayBeCommand.test(message) ? quoted(message) : `${message}\n`);

const runnerLog = (write: LogOptions["write"], debug: boolean): Log => ({
  info: (message) => write(forRunner(visible(message))),
  // The runner hides debug lines by itself unless debug logging is on; not writing them then saves it the reading.
  debug: (message) => {
    if (debug) write(`::debug::${escaped(visible(message))}\n`);
  },
  async group(title, body) {
    write(`::group::${escaped(visible(title))}\n`);
    try {
      return await body();
    } finally {
      write("::endgroup::\n");
    }
  },
});

const terminalLog = (write: LogOptions["write"]): Log => ({
  info: (message) => write(`${visible(message)}\n`),
  debug: () => {},
  async group(title, body) {
    write(`== ${visible(title)}\n`);
    return await body();
  },
});
