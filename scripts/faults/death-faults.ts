import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { toolsDir } from "../../test/tools-dir.ts";
import type { Fault } from "./fault.ts";
import { requests } from "./requests.ts";
import { stages } from "./stages.ts";

const killed: readonly Fault[] = stages.map(({ name, reached, writes, helm, inputs }) => ({
  name: `SIGKILL: ${name}`,
  ...(inputs === undefined ? {} : { before: async () => ({ inputs }) }),
  ...(helm === true ? { alsoHelm3: true, pendingStays: true as const } : {}),
  ...(writes ? { lockStays: true as const } : {}),
  during: async (site, run) => {
    await reached(site, run);
    run.kill("SIGKILL");
  },
  ends: "killed",
}));

const asked = (signal: "SIGINT" | "SIGTERM"): readonly Fault[] =>
  stages.map(({ name, reached, helm, inputs }) => ({
    name: `${signal}: ${name}`,
    ...(inputs === undefined ? {} : { before: async () => ({ inputs }) }),
    ...(helm === true ? { alsoHelm3: true } : {}),
    during: async (site, run) => {
      await reached(site, run);
      run.kill(signal);
    },
    ends: ["cancelled"],
  }));

/** The process of helm that a run has started, as Linux tells it. */
const helmOf = async (pid: number): Promise<number> => {
  for (;;) {
    for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
      try {
        const [, rest = ""] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ");
        const isChild = Number(rest.split(" ")[1]) === pid;
        const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
        if (isChild && words[0]?.endsWith("helm") === true && words[1] === "upgrade") return Number(name);
      } catch {
        // It ended meanwhile.
      }
    }
    await sleep(5);
  }
};

const helmKilled: readonly Fault[] = (["SIGKILL", "SIGTERM"] as const).map((signal) => ({
  name: `${signal} to helm alone while it writes`,
  alsoHelm3: true,
  during: async ({ proxy }, { pid }) => {
    await proxy.seen(requests.helmWrites);
    process.kill(await helmOf(pid), signal);
  },
  ends: ["apply-failed", "cancelled", "timeout"],
  says: ["What is left:"],
}));

/** A helm that outlives whoever started it. */
const orphan: Fault = {
  name: "SIGKILL while helm runs, and helm goes on alone",
  before: async ({ folder, helm }) => {
    const commands = await toolsDir(["helm3", "helm", "kubectl", "kubeconform", "promtool"]);
    for (const name of ["kubectl", "kubeconform", "promtool"])
      writeFileSync(join(folder, name), `#!/bin/sh\nexec ${join(commands, name)} "$@"\n`, { mode: 0o755 });
    const real = join(commands, helm === 3 ? "helm3" : "helm");
    const script = `#!/bin/sh\ncase "$1" in upgrade) exec setsid --wait ${real} "$@" ;; *) exec ${real} "$@" ;; esac\n`;
    writeFileSync(join(folder, "helm"), script, { mode: 0o755 });
    return { tools: folder };
  },
  during: async ({ proxy }, run) => {
    await proxy.seen(requests.helmWrites);
    run.kill("SIGKILL");
  },
  ...{ ends: "killed", lockStays: true, pendingStays: true, outlives: true },
};

const others: readonly Fault[] = [
  orphan,
  {
    name: "SIGKILL while helm writes, and the next run at once",
    during: async ({ proxy }, run) => {
      await proxy.seen(requests.helmWrites);
      run.kill("SIGKILL");
    },
    ...{ ends: "killed", lockStays: true, pendingStays: true, nextAtOnce: true },
  },
  {
    name: "two deploys at once",
    during: async ({ proxy, deployToo }) => {
      await proxy.seen(requests.lock);
      const { code, outputs, output } = await deployToo();
      // Whoever comes second is refused, or finds the first done and nothing to do.
      if (code !== 0 && outputs["failure-reason"] !== "locked")
        throw new Error(`the second deploy ended ${outputs["failure-reason"]}:\n${output.slice(-3000)}`);
    },
    ends: "well",
  },
];

/** Runs and helms that end before their time. */
export const deathFaults: readonly Fault[] = [
  ...killed,
  ...asked("SIGINT"),
  ...asked("SIGTERM"),
  ...helmKilled,
  ...others,
];
