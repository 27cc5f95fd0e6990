import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";

/** What a command may take. */
export interface Limits {
  readonly memoryBytes: number;
  /**
   * The limit of the address space, far above what is used of it; null: none, for programs that we do not know.
   * RLIMIT_DATA alone is not enough: Go reserves memory before it uses it, and Linux does not count what replaces a
   * reservation, so that one giant piece would pass.
   */
  readonly addressBytes: number | null;
  /** What the system sends it when this process is gone, however it went. */
  readonly lastSignal: "KILL" | "TERM";
}

/** A command's program and arguments. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
}

/** Puts limits before a command: a chain of programs that become it, in the same process. */
export type Limiter = (program: Program, limits: Limits) => Program;

/** By these paths only: PATH may lead into the tree. */
const folders = ["/usr/bin", "/bin"];

/**
 * The limiter of this machine, tried once: `prlimit` for memory and `setpriv` for a parent's death (both of util-linux;
 * 2 ms together), else the shell's `ulimit`, else null (macOS limits no memory). RLIMIT_DATA first: Go and Node reserve
 * address space by the gigabyte and use little of it.
 */
export const findLimiter = async (): Promise<Limiter | null> => {
  const [prlimit, setpriv] = [findProgram("prlimit"), findProgram("setpriv")];
  const candidates = [
    ...(prlimit === null || setpriv === null ? [] : [inTurn(withSetpriv(setpriv), withPrlimit(prlimit))]),
    ...(prlimit === null ? [] : [withPrlimit(prlimit)]),
    ...(process.platform === "linux" ? [withShell] : []),
  ];
  for (const limiter of candidates) if (await works(limiter)) return limiter;
  return null;
};

/** A program of the system itself, never one of PATH; null where there is none of that name. */
export const findProgram = (name: string): string | null => {
  for (const folder of folders) {
    try {
      accessSync(`${folder}/${name}`, constants.X_OK);
      return `${folder}/${name}`;
    } catch {
      // Not in this folder.
    }
  }
  return null;
};

const inTurn =
  (outer: Limiter, inner: Limiter): Limiter =>
  (program, limits) =>
    outer(inner(program, limits), limits);

const withSetpriv =
  (setpriv: string): Limiter =>
  ({ file, args }, { lastSignal }) => ({ file: setpriv, args: ["--pdeathsig", lastSignal, "--", file, ...args] });

const withPrlimit =
  (prlimit: string): Limiter =>
  ({ file, args }, { memoryBytes, addressBytes }) => ({
    file: prlimit,
    args: [`--data=${memoryBytes}`, ...(addressBytes === null ? [] : [`--as=${addressBytes}`]), "--", file, ...args],
  });

const withShell: Limiter = ({ file, args }, { memoryBytes, addressBytes }) => ({
  file: "/bin/sh",
  args: [
    ...["-c", 'ulimit -d "$1" && ulimit -v "$2" && shift 2 && exec "$@"', "sh"],
    ...[kibibytes(memoryBytes), addressBytes === null ? "unlimited" : kibibytes(addressBytes), file, ...args],
  ],
});

const kibibytes = (bytes: number): string => String(Math.floor(bytes / 1024));

/** A container may lack the right, and BusyBox has a `setpriv` that knows no `--pdeathsig`. */
const works = (limiter: Limiter): Promise<boolean> => {
  const { file, args } = limiter(
    { file: "/bin/sh", args: ["-c", "exit 42"] },
    { memoryBytes: 2 ** 30, addressBytes: 2 ** 32, lastSignal: "KILL" },
  );
  return new Promise((resolve) =>
    execFile(file, args, { env: {}, cwd: "/", timeout: 10_000 }, (error) => resolve(error?.code === 42)),
  );
};
