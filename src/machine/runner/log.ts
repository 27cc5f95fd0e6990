import { randomUUID } from "node:crypto";
import type { Log } from "../../outside/outside.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import { visible } from "../../report/text/visible.ts";
import { escaped } from "../../report/text/workflow-command.ts";
import { startHeartbeat } from "./heartbeat.ts";

interface LogOptions {
  /** Takes whole lines, each with its line feed; of a terminal, also a line that is drawn anew. */
  readonly write: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where it is a terminal that a person sees: how many characters a line has. */
  readonly columns?: (() => number) | undefined;
  /** What the run waits for. */
  readonly awaited?: () => readonly string[];
}

/** The log of the place where we run: a workflow's job, or a terminal. */
export const createLog = ({ write, env, columns, awaited = () => [] }: LogOptions): Log => {
  if (env["GITHUB_ACTIONS"] === "true") return runnerLog(write, env["RUNNER_DEBUG"] === "1", awaited);
  return columns === undefined ? plainLog(write, awaited) : terminalLog(write, columns, awaited);
};

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

type Names = () => readonly string[];

/** What runs at once is one group, for the runner knows none inside of another; how long it took stands below it. */
const runnerLog = (write: LogOptions["write"], debug: boolean, awaited: Names): Log => {
  const line = (text: string): void => write(forRunner(visible(text)));
  const beat = startHeartbeat({ awaited, say: line });
  const ended: string[] = [];
  return {
    info(message) {
      beat.heard();
      line(message);
    },
    // The runner hides debug lines by itself unless debug logging is on; not writing them then saves it the reading.
    debug: (message) => {
      if (debug) write(`::debug::${escaped(visible(message))}\n`);
    },
    stage(name, how) {
      if (how === undefined) {
        if (beat.isIdle()) write(`::group::${escaped(visible(name))}\n`);
        else line(`${name} begins`);
        return beat.begins(name);
      }
      beat.ends(name);
      ended.push(`${name} ${how}`);
      if (!beat.isIdle()) return;
      write("::endgroup::\n");
      for (const said of ended.splice(0)) line(said);
    },
  };
};

/** What is written to a file or a pipe: lines alone, and of stages only a sign of life. */
const plainLog = (write: LogOptions["write"], awaited: Names): Log => {
  const line = (text: string): void => write(`${visible(text)}\n`);
  const beat = startHeartbeat({ awaited, say: line });
  return {
    info(message) {
      beat.heard();
      line(message);
    },
    debug: () => {},
    stage: (name, how) => (how === undefined ? beat.begins(name) : beat.ends(name)),
  };
};

/** Back to the first column, and the line is empty. */
const erased = "\r\u001b[2K";

/** At its end stands a line that says what runs, and is drawn anew every second and behind every message. */
const terminalLog = (write: LogOptions["write"], columns: () => number, awaited: Names): Log => {
  let drawn = "";
  const draw = (text: string): void => {
    drawn = cutTo(visible(text), Math.max(columns() - 2, 1));
    write(erased + drawn);
  };
  const beat = startHeartbeat({ awaited, say: draw, silenceMs: 0 });
  return {
    info: (message) => write(`${drawn === "" ? "" : erased}${visible(message)}\n${drawn}`),
    debug: () => {},
    stage(name, how) {
      if (how === undefined) {
        beat.begins(name);
        return draw(`${name} …`);
      }
      beat.ends(name);
      if (beat.isIdle() && drawn !== "") draw("");
    },
  };
};
