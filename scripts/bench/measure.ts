import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** One finished run of a command. */
export interface Measured {
  readonly wallMs: number;
  /** Highest sum of resident memory of the command and its children, sampled; bytes. Null where there is no /proc. */
  readonly peakBytes: number | null;
  /** When the first command of a stack ran, to the next 10 ms; null where there is no /proc, or none was seen. */
  readonly firstToolMs: number | null;
  /** CPU time of the command's own process, without its children's, to the last 10 ms; null where there is no /proc. */
  readonly ownCpuMs: number | null;
  /** Processes of tools that were seen, every 10 ms; null where there is no /proc. */
  readonly toolProcesses: number | null;
}

export interface Measurable {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/** Runs a command to its end. Throws where it exits with anything but 0: a broken run has no speed. */
export const measure = ({ file, args, env, cwd }: Measurable): Promise<Measured> =>
  new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(file, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    let peakBytes: number | null = null;
    let firstToolMs: number | null = null;
    let ownCpuMs: number | null = null;
    const toolsSeen = new Set<number>();
    const sampler = setInterval(() => {
      const seen = child.pid === undefined ? null : look(child.pid);
      if (seen === null) return;
      ownCpuMs = seen.ownCpuMs;
      peakBytes = Math.max(peakBytes ?? 0, seen.bytes);
      for (const tool of seen.tools) toolsSeen.add(tool);
      if (toolsSeen.size > 0) firstToolMs ??= performance.now() - started;
    }, 10);
    child.on("error", fail);
    child.on("close", (code) => {
      clearInterval(sampler);
      const toolProcesses = ownCpuMs === null ? null : toolsSeen.size;
      if (code === 0) done({ wallMs: performance.now() - started, peakBytes, firstToolMs, ownCpuMs, toolProcesses });
      else fail(new Error(`${file} ${args.join(" ")} exited with ${code}:\n${output.slice(-4000)}`));
    });
  });

const pageBytes = 4096;

const tools: ReadonlySet<string> = new Set(["helm", "kubectl", "kubeconform", "promtool"]);

interface Seen {
  readonly bytes: number;
  /** Their process numbers. */
  readonly tools: readonly number[];
  readonly ownCpuMs: number;
}

/** Linux counts processes' time in hundredths of a second (sysconf's _SC_CLK_TCK), user and system apart. */
const tickMs = 10;

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the 14th and 15th field; the second may hold blanks. */
const cpuOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
};

/**
 * Resident memory of a process and all its descendants, and which of them are tools; null where /proc does not
 * tell (macOS, or it has just ended).
 */
const look = (pid: number): Seen | null => {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * pageBytes;
    const name = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    const seen = children.flatMap((child) => look(Number(child)) ?? []);
    return {
      bytes: seen.reduce((sum, { bytes }) => sum + bytes, own),
      tools: [...(tools.has(name) ? [pid] : []), ...seen.flatMap((one) => one.tools)],
      ownCpuMs: cpuOf(pid),
    };
  } catch {
    return null;
  }
};

/** The middle value; of an even number the lower of the two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
