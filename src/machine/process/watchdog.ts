import { spawn } from "node:child_process";
import { releaseGroup, watchGroup } from "./process-group.ts";

/** When a process is ended. */
export interface WatchLimits {
  /** The longest that it may be at one piece of work, blind for everything else. */
  readonly stalledSeconds: number;
  readonly memoryMiB: number;
}

/**
 * Far above an honest tree: the large stack of `npm run bench` takes seconds in all, and the real
 * chart's run some 350 MiB.
 */
const usual: WatchLimits = { stalledSeconds: 45, memoryMiB: 1280 };
const beatMs = 2000;

/** Watches this process from outside of it. */
export interface Watchdog {
  /** Ends this process now: it was asked to end, and does not. */
  end(): void;
  /** Watches no longer. */
  stop(): void;
}

interface Watched {
  /** Private folder; goes where this process is ended, or was killed by another. */
  readonly scratchDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly limits?: WatchLimits | undefined;
}

/**
 * Ends this process, with a message and the outputs of a failed step, where it hangs in a loop or takes too much
 * memory. Another process has to look for that: while a loop of ours runs, no timer of ours fires. It is a shell, which
 * starts in 3 ms and takes 1 MB; a worker thread takes 40 ms and 18 MB. Where no shell starts, nothing watches.
 */
export const watch = ({ scratchDir, env, limits = usual }: Watched): Watchdog => {
  const { stalledSeconds, memoryMiB } = limits;
  const mark = env["GITHUB_ACTIONS"] === "true" ? "::error::" : "error: ";
  const words = [
    process.pid,
    scratchDir,
    env["GITHUB_OUTPUT"] ?? "",
    stalledSeconds * 2,
    `${mark}The run was ended: it was busy with one thing for more than ${stalledSeconds} s, or did not end when it had to. The tree holds something that takes too long to read; look at what changed last.`,
    memoryMiB,
    `${mark}The run was ended: it needed more than ${memoryMiB} MiB of memory. The tree holds something that is too large to be read; look at what changed last.`,
  ];
  const child = spawn("/bin/sh", ["-c", script, "watchdog", ...words.map(String)], {
    cwd: "/",
    env: { PATH: "/usr/bin:/bin" },
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
  });
  child.on("error", () => {});
  child.unref();
  const { pid } = child;
  if (pid === undefined) return { end: () => {}, stop: () => {} };
  watchGroup(pid);
  const beat = setInterval(() => child.kill("SIGUSR1"), beatMs).unref();
  return {
    end: () => void child.kill("SIGUSR2"),
    stop: () => {
      clearInterval(beat);
      releaseGroup(pid);
    },
  };
};

/**
 * The same for every run: what differs are its arguments. Twice a second: is the process there, did it give a sign,
 * what does it hold? One that was stopped by hand gives no sign, and is let be. Its children are asked to end before it
 * is killed; helm then marks a release as failed.
 */
const script = `
exec 3>&2 2>/dev/null
pid=$1 scratch=$2 outputs=$3 most=$4 stalled=$5 memory=$6 large=$7
silent=0 why=
trap 'silent=0' USR1
trap 'why=$stalled' USR2
page=$(getconf PAGESIZE) || page=4096
pages=$((memory * 1048576 / page))
while sleep 0.5; do
  silent=$((silent + 1))
  if ! kill -0 "$pid"; then rm -rf -- "$scratch"; exit; fi
  reason=timeout
  if [ "$silent" -gt "$most" ]; then
    case $(ps -o state= -p "$pid") in T*) silent=0 ;; *) why=$stalled ;; esac
  fi
  if [ -r "/proc/$pid/statm" ]; then
    read -r all held rest < "/proc/$pid/statm" || held=0
    if [ "$held" -gt "$pages" ]; then why=$large reason=invalid-input; fi
  fi
  if [ -z "$why" ]; then continue; fi
  printf '%s\\n' "$why" >&3
  if [ -n "$outputs" ]; then printf 'conclusion=failure\\nfailure-reason=%s\\n' "$reason" >> "$outputs"; fi
  children=$(pgrep -P "$pid")
  for child in $children; do if [ "$child" != $$ ]; then kill -s TERM -- "-$child"; fi; done
  kill -s KILL "$pid"
  sleep 3
  for child in $children; do if [ "$child" != $$ ]; then kill -s KILL -- "-$child"; fi; done
  rm -rf -- "$scratch"
  exit
done`;
