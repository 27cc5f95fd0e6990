import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkRound } from "../../src/cli/watch/check-round.ts";
import { Recent } from "../../src/core/lately.ts";
import { kubernetesVersion } from "../../test/kubernetes-schemas.ts";
import { median } from "./measure.ts";

const example = resolve(import.meta.dirname, "../../fixtures/prometheus-stack");

/** What a check took after an edit while the good stack is watched: medians, milliseconds. */
export interface WatchedEdit {
  readonly what: string;
  /** User and system time of our own process, all its threads, without the tools. */
  readonly ownCpuMs: number;
  readonly wallMs: number;
}

interface Edit {
  readonly what: string;
  readonly file: string;
  readonly change: (text: string, n: number) => string;
}

/** Each leaves the stack a good one. */
const edits: readonly Edit[] = [
  {
    what: "a rule",
    file: "overlays/alerting/gpu-health.yaml",
    change: (text, n) => text.replace(/(DCGM_FI_DEV_GPU_TEMP > 85)(?:\.\d+)?/, `$1.${n}`),
  },
  {
    what: "a monitor",
    file: "overlays/servicemonitors/dcgm-exporter.yaml",
    change: (text, n) => text.replace(/interval: \d+s/, `interval: ${10 + n}s`),
  },
  {
    what: "a dashboard",
    file: "overlays/dashboards/gpu-overview.json",
    change: (text, n) => text.replace(/"title": "Power(?: \d+)?"/, `"title": "Power ${n}"`),
  },
];

const rounds = 9;

/** Measures in this process, whose rounds are those of `check --watch`; the chart is a folder or an archive. */
export const measureWatched = async (
  chart: string,
  { schemas, work }: { readonly schemas: string; readonly work: string },
): Promise<readonly WatchedEdit[]> => {
  const root = join(work, "watched");
  mkdirSync(join(root, ".git"), { recursive: true });
  cpSync(example, join(root, "prometheus-stack"), { recursive: true });
  const given = {
    path: "",
    chart,
    "schema-locations": schemas,
    "kubernetes-version": kubernetesVersion,
    tools: "path",
  };
  const recent = new Recent<string>();
  const round = async () => {
    const started = process.cpuUsage();
    const { durationMs, report, trouble } = (await checkRound({ root, given }, recent, [])).round;
    const { user, system } = process.cpuUsage(started);
    if (trouble !== null || report?.findings.length !== 0) throw new Error(trouble?.message ?? "something is found");
    return { ownCpuMs: (user + system) / 1000, wallMs: durationMs };
  };
  for (let n = 0; n < rounds; n += 1) await round();
  const measured: WatchedEdit[] = [];
  for (const { what, file, change } of edits) {
    const path = join(root, "prometheus-stack", file);
    const all: Awaited<ReturnType<typeof round>>[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const text = readFileSync(path, "utf8");
      const changed = change(text, n);
      if (changed === text) throw new Error(`${file} has nothing to change`);
      writeFileSync(path, changed);
      all.push(await round());
    }
    const of = (figure: "ownCpuMs" | "wallMs") => median(all.map((one) => one[figure]));
    measured.push({ what, ownCpuMs: of("ownCpuMs"), wallMs: of("wallMs") });
  }
  rmSync(root, { recursive: true });
  return measured;
};
