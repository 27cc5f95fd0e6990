import { tmpdir } from "node:os";
import { resolve } from "node:path";
import type { Recent } from "../core/lately.ts";
import { type Mode, modeNeeds } from "../core/mode.ts";
import type { Inputs } from "../inputs.ts";
import type { Environment } from "../outside/environment.ts";
import type { Exec } from "../outside/exec.ts";
import type { Github } from "../outside/github.ts";
import type { Log, Machine, Outside } from "../outside/outside.ts";
import type { Repository } from "../outside/repository.ts";
import { cacheFolder } from "./files/cache-folder.ts";
import { localFiles } from "./files/local-files.ts";
import { memoryOf } from "./files/open-memory.ts";
import { openWorkspace } from "./files/open-workspace.ts";
import { newReportFolder, openReportFolder } from "./files/report-folder.ts";
import { makeScratchFolder } from "./files/scratch-folder.ts";
import { baseCommit } from "./git/base-commit.ts";
import { openGithub } from "./github/open-github.ts";
import { createHttpGet } from "./network/http-get.ts";
import { openPorts } from "./open-ports.ts";
import { findLimiter } from "./process/child-limits.ts";
import { createExec } from "./process/exec.ts";
import { trustedPath } from "./process/find-on-path.ts";
import { endSignals, holdSignals } from "./process/hold-signals.ts";
import { createProbeExec } from "./process/probe-exec.ts";
import { startDeadline } from "./process/run-deadline.ts";
import { type WatchLimits, watch } from "./process/watchdog.ts";
import { watchAwaited } from "./runner/awaited.ts";
import { createLog } from "./runner/log.ts";
import { platformOf } from "./tools/platform.ts";
import { createToolbox } from "./tools/toolbox.ts";
import type { NotedPaths } from "./watch/noted-paths.ts";

/** The outside of one process, before its inputs are known. */
export interface OpenOutside {
  readonly log: Log;
  /**
   * Makes the report's folder, as the input `report-dir` names it. Throws OperatorError
   * `invalid-input` where it cannot be had.
   */
  reportFolder(wanted: string | undefined): Promise<string>;
  /** Makes one of a new name, for a run that could not have the one that was meant. */
  newReportFolder(): Promise<string>;
  /** What there is of it before the inputs are known. Throws OperatorError without a workspace. */
  repository(): Promise<Repository>;
  /**
   * The outside of a run with these inputs. Throws OperatorError on a machine that is not
   * supported and without a workspace.
   */
  for(inputs: Inputs): Promise<Outside>;
  /** GitHub, asked with the inputs' token: for what is published after a run, however that ended. */
  github(inputs: Pick<Inputs, "githubToken" | "mode">): Github;
  /** Ends what is still running and removes what is private. */
  close(): Promise<void>;
}

/** What only the caller can do: `mask` hides a secret in the runner's log, `keep` hands a value to the post step. */
interface Runner {
  mask(secret: string): void;
  keep(name: string, value: string): void;
  /** Takes the log; default: stdout. */
  readonly write?: (text: string) => void;
  /** Where that is a terminal which a person sees: the characters of a line. */
  readonly columns?: () => number;
  /** Of a process that checks round after round: takes note of what a run asks the workspace for. */
  readonly noted?: NotedPaths;
  /** Likewise: answers that it came by in the rounds before. */
  readonly recent?: Recent<string>;
  /** Of a process that holds more than a run: when it is ended; default: what is far above a run. */
  readonly limits?: WatchLimits;
}

/** Opens the machine: signals, scratch folder, log. */
export const openOutside = async (env: Environment, runner: Runner): Promise<OpenOutside> => {
  const early = holdSignals();
  const scratch = await makeScratchFolder(env);
  const deadline = startDeadline(watch({ scratchDir: scratch.dir, env, limits: runner.limits }));
  const { signal } = deadline;
  for (const name of endSignals) process.on(name, deadline.cancel);
  early.handOver(deadline.cancel);
  runner.keep("scratch", scratch.dir);
  const awaited = watchAwaited();
  const write = runner.write ?? ((text: string) => void process.stdout.write(text));
  const log = createLog({ write, env, columns: runner.columns, awaited: awaited.names });
  const limiter = findLimiter();
  limiter.then((found) => found ?? log.debug("No limit on the memory of commands can be set on this machine."));
  const commands = { scratchDir: scratch.dir, signal, limiter, trackingId: env["RUNNER_TRACKING_ID"] };
  const exec = awaited.exec(createExec(commands));
  const probeExec = createProbeExec({ ...commands, exec });
  const workspace = resolve(env["GITHUB_WORKSPACE"] || process.cwd());
  const reportPlaces = { runnerTemp: env["RUNNER_TEMP"] || null, sharedTemp: tmpdir(), workspace };
  return {
    log,
    async reportFolder(wanted) {
      const folder = await openReportFolder(wanted, reportPlaces);
      if (wanted === undefined && !env["RUNNER_TEMP"]) log.info(`The report goes to ${folder}`);
      return folder;
    },
    newReportFolder: () => newReportFolder(reportPlaces),
    async repository() {
      const plain = await openWorkspace(workspace);
      const opened = runner.noted?.workspace(plain) ?? plain;
      const clone = { env: await withTrustedPath(env, opened.root), exec, files: localFiles, workspace: opened };
      return { workspace: opened, base: () => baseCommit(clone) };
    },
    for(inputs) {
      deadline.add(waitsOf(inputs));
      for (const secret of [inputs.chartPassword, inputs.githubToken]) if (secret !== undefined) runner.mask(secret);
      const httpGet = awaited.httpGet(createHttpGet({ signal }));
      const own = { exec, probeExec, scratch, log, env, httpGet, signal, mask: runner.mask };
      return outsideOf(inputs, own, workspace, runner);
    },
    github: ({ githubToken: token, mode }) =>
      openGithub({
        of: subjectOf(mode),
        // Opened where it is read: a run may have ended for want of one.
        workspace: { bytes: async (file) => (await openWorkspace(workspace)).bytes(file) },
        token,
        env,
        files: localFiles,
        log,
        signal,
        httpGet: createHttpGet({ signal }),
      }),
    async close() {
      // In this order: a signal that nobody listens to ends the process, and the folder would stay.
      await scratch.remove();
      for (const name of endSignals) process.off(name, deadline.cancel);
      deadline.close();
    },
  };
};

/** A report is about what the run was that it is of. */
const subjectOf = (mode: Mode): "event" | "earlier-run" => (mode === "report" ? "earlier-run" : "event");

/** Milliseconds that a run may wait for the cluster, on top of what all runs have. */
const waitsOf = ({ mode, timeoutMs, verifyTimeoutMs, rollbackOnFailure, drill }: Inputs): number => {
  const { waitsForRollout, stages } = modeNeeds(mode);
  const goesBack = waitsForRollout && rollbackOnFailure !== "false";
  // For the lock, for the rollout, and for the way back.
  const rollouts = waitsForRollout ? (goesBack ? 3 : 2) : 0;
  // For what is deployed, for the drill, and for what was before.
  const looks = stages.includes("verify") ? 1 + Number(drill) + Number(goesBack) : 0;
  return rollouts * timeoutMs + looks * verifyTimeoutMs;
};

/** What of a process its runs use. */
interface OfProcess extends Pick<Machine, "exec" | "scratch" | "log" | "env" | "httpGet" | "signal" | "mask"> {
  /** Asks commands for their versions. */
  readonly probeExec: Exec;
}

const outsideOf = async (
  inputs: Inputs,
  { probeExec, ...own }: OfProcess,
  folder: string,
  { noted, recent }: Pick<Runner, "noted" | "recent">,
): Promise<Outside> => {
  platformOf(process.platform, process.arch);
  const workspace = await openWorkspace(folder);
  const env = await withTrustedPath(own.env, workspace.root);
  const cacheDir = cacheFolder(own.env);
  const { toolVersions: versions, tools: mode } = inputs;
  const tools = createToolbox({ ...own, exec: probeExec, versions, mode, env, workspace: workspace.root, cacheDir });
  return openPorts(inputs, {
    ...own,
    env,
    cacheDir,
    memory: memoryOf(inputs, own.env, own.log, recent),
    workspace: noted?.workspace(workspace) ?? workspace,
    files: localFiles,
    tools,
    now: () => performance.now(),
  });
};

/** Nothing that is started, nor what that starts in turn (a credential helper), comes from the tree. */
const withTrustedPath = async (env: Environment, root: string): Promise<Environment> => ({
  ...env,
  PATH: await trustedPath(env["PATH"], root),
});
