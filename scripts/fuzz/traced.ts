import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Exec } from "../../src/outside/exec.ts";

/** What a command opened, asked and ran, as the kernel saw it. */
export interface Trace {
  readonly program: string;
  /** Absolute paths that were opened with success. */
  readonly opened: readonly string[];
  /** Addresses beyond this process that were connected to. */
  readonly connected: readonly string[];
  /** Programs that were started beside the command itself. */
  readonly started: readonly string[];
}

const strace = ["/usr/bin/strace", "/usr/local/bin/strace"].find((file) => existsSync(file));

/** Whether commands can be traced here. */
export const canTrace = strace !== undefined;

/** Runs commands under strace where there is one, and tells `note` what each did. */
export const tracedExec = (exec: Exec, folder: string, note: (trace: Trace) => void): Exec => {
  let count = 0;
  if (strace === undefined) return exec;
  return async (command) => {
    count += 1;
    const file = join(folder, `trace-${count}`);
    const what = [
      "-f",
      "-qq",
      "-y",
      "-xx",
      "-s",
      "4096",
      "--seccomp-bpf",
      "-e",
      "trace=open,openat,openat2,connect,execve",
      "-o",
      file,
    ];
    try {
      return await exec({ ...command, file: strace, args: [...what, "--", command.file, ...command.args] });
    } finally {
      note(readTrace(file, command.file));
    }
  };
};

const unhex = (text: string): string => Buffer.from(text.replaceAll("\\x", ""), "hex").toString("utf8");

/** `openat(AT_FDCWD<\x2f…>, "\x2f…", …) = 3<…>`: the result's own path is the real one. */
const openCall =
  /\bopen(?:at2?)?\((?:[\w-]+(?:<((?:\\x[0-9a-f]{2})*)>)?, )?"((?:\\x[0-9a-f]{2})*)"[^\n]*?\) = \d+(?:<((?:\\x[0-9a-f]{2})*)>)?/g;
const connectCall = /\bconnect\([^\n]*sa_family=AF_INET6?,[^\n]*/g;
const execCall = /\bexecve\("((?:\\x[0-9a-f]{2})*)"[^\n]*\) = 0/g;

const readTrace = (file: string, program: string): Trace => {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  rmSync(file, { force: true });
  return {
    program,
    opened: [...text.matchAll(openCall)].flatMap(([, at = "", path = "", real = ""]) => [
      resolve(unhex(at) || "/", unhex(path)),
      ...(real === "" ? [] : [unhex(real)]),
    ]),
    connected: text.match(connectCall) ?? [],
    started: [...text.matchAll(execCall)].map(([, path = ""]) => unhex(path)).filter((path) => path !== program),
  };
};
