import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { otherNameOf } from "../../src/dcgm/renamed-metrics.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";
import { rescale } from "../../src/promql/rescale.ts";
import { tool } from "../tools-dir.ts";

type Keep = "series" | "values";

const rescaled = (text: string, keep: Keep): string | null => {
  const changes = rescale(readExpression(text), ({ metric }) => otherNameOf(metric ?? ""), keep);
  if (changes === null) return null;
  return changes.toReversed().reduce((all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to), text);
};

test.each<[string, string, string]>([
  ["DCGM_FI_DEV_GPU_UTIL > 90", "DCGM_FI_DEV_GPU_UTIL_RATIO > 0.9", "DCGM_FI_DEV_GPU_UTIL_RATIO * 100 > 90"],
  ["90 < DCGM_FI_DEV_GPU_UTIL", "0.9 < DCGM_FI_DEV_GPU_UTIL_RATIO", "90 < DCGM_FI_DEV_GPU_UTIL_RATIO * 100"],
  ["DCGM_FI_DEV_GPU_TEMP > 90", "DCGM_FI_DEV_GPU_TEMP_CELSIUS > 90", "DCGM_FI_DEV_GPU_TEMP_CELSIUS > 90"],
  ["DCGM_FI_DEV_GPU_UTIL > 0", "DCGM_FI_DEV_GPU_UTIL_RATIO > 0", "DCGM_FI_DEV_GPU_UTIL_RATIO * 100 > 0"],
  [
    "DCGM_FI_DEV_FB_USED / 1024 > 10",
    "DCGM_FI_DEV_FB_USED_BYTES / 1073741824 > 10",
    "DCGM_FI_DEV_FB_USED_BYTES / 1073741824 > 10",
  ],
  ["DCGM_FI_DEV_FB_USED * 1024 * 1024 > 1e10", "DCGM_FI_DEV_FB_USED_BYTES > 1e10", "DCGM_FI_DEV_FB_USED_BYTES > 1e10"],
  [
    "rate(DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION[5m]) / 1000 > 200",
    "rate(DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL[5m]) > 200",
    "rate(DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL[5m]) > 200",
  ],
  [
    "DCGM_FI_DEV_FB_USED / (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE) > 0.97",
    "DCGM_FI_DEV_FB_USED_BYTES / (DCGM_FI_DEV_FB_USED_BYTES + DCGM_FI_DEV_FB_FREE_BYTES) > 0.97",
    "DCGM_FI_DEV_FB_USED_BYTES / (DCGM_FI_DEV_FB_USED_BYTES + DCGM_FI_DEV_FB_FREE_BYTES) > 0.97",
  ],
  [
    'max by (gpu) (DCGM_FI_DEV_FB_USED{gpu="0"})',
    'max by (gpu) (DCGM_FI_DEV_FB_USED_BYTES{gpu="0"})',
    'max by (gpu) (DCGM_FI_DEV_FB_USED_BYTES{gpu="0"}) / 1048576',
  ],
  ["absent(DCGM_FI_DEV_GPU_UTIL)", "absent(DCGM_FI_DEV_GPU_UTIL_RATIO)", "absent(DCGM_FI_DEV_GPU_UTIL_RATIO)"],
  [
    "DCGM_FI_DEV_GPU_UTIL or vector(0)",
    "DCGM_FI_DEV_GPU_UTIL_RATIO or vector(0)",
    "DCGM_FI_DEV_GPU_UTIL_RATIO * 100 or vector(0)",
  ],
  ["node_load1 > 5", "node_load1 > 5", "node_load1 > 5"],
])("%s becomes %s, and with its values %s", (text, series, values) => {
  expect(rescaled(text, "series")).toBe(series);
  expect(rescaled(text, "values")).toBe(values);
});

test.each([
  "clamp_max(DCGM_FI_DEV_GPU_UTIL, 50) > 10",
  "DCGM_FI_DEV_GPU_UTIL ^ 2 > 100",
  "stdvar(DCGM_FI_DEV_GPU_UTIL) > 3",
  "exp(DCGM_FI_DEV_GPU_UTIL) > 3",
  "DCGM_FI_DEV_GPU_UTIL > ",
])("nobody can be sure what %s becomes", (text) => {
  expect(rescaled(text, "series")).toBeNull();
  expect(rescaled(text, "values")).toBeNull();
});

test("and a metric that is misspelt elsewhere stays", () => {
  expect(rescaled("DCGM_FI_DEV_GPU_UTILS > 90", "series")).toBe("DCGM_FI_DEV_GPU_UTILS > 90");
});

/** Each yields something over the sample series. */
const alike = [
  "DCGM_FI_DEV_GPU_UTIL > 50",
  "50 < DCGM_FI_DEV_GPU_UTIL",
  "DCGM_FI_DEV_GPU_UTIL > bool 50",
  "DCGM_FI_DEV_GPU_UTIL > 20 < 99",
  "avg by (gpu) (avg_over_time(DCGM_FI_DEV_GPU_UTIL[5m])) > 50 and on (gpu) DCGM_FI_DEV_FB_USED > 1024",
  "DCGM_FI_DEV_FB_USED / (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE) * 100 > 50",
  "DCGM_FI_DEV_FB_USED / 1024 > 10",
  "(1024 * DCGM_FI_DEV_FB_USED) / 1024 / 1024 > 10",
  "DCGM_FI_DEV_FB_USED * 1024 * 1024 > 1e10",
  "(DCGM_FI_DEV_FB_USED * 1024) * (1024) > 1e10",
  "((DCGM_FI_DEV_FB_USED) * 1024) * 1024 / 1000 / 1000 > 1e4",
  "DCGM_FI_DEV_GPU_UTIL / 100 * 2 > 1",
  "-DCGM_FI_DEV_GPU_UTIL / 100 < -0.5",
  "rate(DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION[5m]) / 1000 > 200",
  "(rate(DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION[5m])) / 1000 > 200",
  "rate(DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION[5m]) * 0.001 > 200",
  "1000000 / DCGM_FI_DEV_SM_CLOCK > 1",
  "1000 * 1.5 > DCGM_FI_DEV_SM_CLOCK",
  "(DCGM_FI_DEV_SM_CLOCK or vector(0)) < 1500",
  "DCGM_FI_DEV_GPU_UTIL - DCGM_FI_DEV_MEM_COPY_UTIL > 10",
  "DCGM_FI_DEV_GPU_UTIL > DCGM_FI_DEV_GPU_TEMP",
  "(DCGM_FI_DEV_GPU_UTIL + DCGM_FI_DEV_MEM_COPY_UTIL) / 2 > 40",
  "max(DCGM_FI_DEV_GPU_UTIL) by (gpu) > 50",
  "100 - DCGM_FI_DEV_GPU_UTIL < 20",
  "-DCGM_FI_DEV_GPU_UTIL < -50",
  "-(DCGM_FI_DEV_GPU_UTIL + 5) < -50",
  "quantile_over_time(0.9, DCGM_FI_DEV_GPU_UTIL[5m]) > 50",
  "DCGM_FI_DEV_GPU_UTIL offset 5m > 50",
  "max_over_time((DCGM_FI_DEV_GPU_UTIL > 20)[10m:1m]) > 50",
  "topk(1, DCGM_FI_DEV_GPU_UTIL)",
  "DCGM_FI_DEV_GPU_UTIL % 30 > 1",
  "DCGM_FI_DEV_GPU_UTIL * on (gpu) group_left () DCGM_FI_DEV_SM_CLOCK > 5000",
  "DCGM_FI_DEV_GPU_UTIL * DCGM_FI_DEV_GPU_TEMP > 10",
  "DCGM_FI_DEV_GPU_UTIL < 50 or DCGM_FI_DEV_MEM_COPY_UTIL > 50",
  "DCGM_FI_DEV_GPU_UTIL < 50 or DCGM_FI_DEV_GPU_TEMP > 50",
  "DCGM_FI_DEV_GPU_UTIL unless DCGM_FI_DEV_FB_USED < 20000",
  "scalar(max(DCGM_FI_DEV_GPU_UTIL)) > bool 3",
  'label_replace(DCGM_FI_DEV_GPU_UTIL, "a", "$1", "gpu", "(.*)") > 50',
  "changes(DCGM_FI_DEV_GPU_UTIL[10m]) > 2",
  "sum(DCGM_FI_DEV_GPU_UTIL > bool 50) / count(DCGM_FI_DEV_GPU_UTIL) > 0.2",
  "predict_linear(DCGM_FI_DEV_FB_USED[10m], 3600) > 20000",
  "DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL / 1000 > 1",
];

/** Two GPUs; the values of old names, a minute apart. */
const samples: Readonly<Record<string, readonly [string, string]>> = {
  DCGM_FI_DEV_GPU_UTIL: ["3 5 7 11 13 17", "97 95 90 89 91 93"],
  DCGM_FI_DEV_MEM_COPY_UTIL: ["2 4 2 4 2 4", "70 75 80 70 75 80"],
  DCGM_FI_DEV_GPU_TEMP: ["40 41 42 43 44 45", "80 81 82 83 84 85"],
  DCGM_FI_DEV_FB_USED: ["500 510 520 530 540 550", "70000 71000 72000 73000 74000 75000"],
  DCGM_FI_DEV_FB_FREE: ["80000 79990 79980 79970 79960 79950", "10500 9500 8500 7500 6500 5500"],
  DCGM_FI_DEV_SM_CLOCK: ["210 210 300 210 300 210", "1980 1970 1960 1980 1970 1960"],
  DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION: ["0 4e6 8e6 12e6 16e6 20e6", "0 42e6 84e6 126e6 168e6 210e6"],
  DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL: ["1 2 3 4 5 6", "2000 3000 4000 5000 6000 7000"],
};

test("promtool finds the same series, or values, before and after", { timeout: 120_000 }, async () => {
  const repeated = (values: string): string => Array.from({ length: 5 }, () => values).join(" ");
  const times = (values: string, factor: number): string =>
    values
      .split(" ")
      .map((value) => Number(value) * factor)
      .join(" ");
  const input = Object.entries(samples).flatMap(([name, values]) =>
    values.flatMap((ofGpu, gpu) => {
      const other = otherNameOf(name);
      if (other === null) throw new Error(`${name} has no other name`);
      const labels = `{gpu="${gpu}", hostname="node-1"}`;
      return [
        { series: `${name}${labels}`, values: repeated(ofGpu) },
        { series: `${other.name}${labels}`, values: repeated(times(ofGpu, other.factor)) },
      ];
    }),
  );
  const expectNothing = (expr: string) =>
    ["23m", "27m"].map((eval_time) => ({ expr, eval_time, exp_samples: [] as const }));
  const tests = alike.flatMap((text) => {
    const [series, values] = [rescaled(text, "series"), rescaled(text, "values")];
    expect([text, series, values]).not.toContain(null);
    const old = /^scalar/.test(text) ? `vector(${text})` : `(${text})`;
    const [same, equal] = /^scalar/.test(text)
      ? [`vector(${series})`, `vector(${values})`]
      : [`(${series})`, `(${values})`];
    return [
      `absent(${old})`,
      `${old} unless ${same}`,
      `${same} unless ${old}`,
      `${equal} unless ${old}`,
      `${old} unless abs(${old} - ${equal}) <= 1e-9 * abs(${old})`,
    ].flatMap(expectNothing);
  });
  const folder = await mkdtemp(join(tmpdir(), "rescale-"));
  try {
    const file = join(folder, "test.json");
    const suite = { interval: "1m", input_series: input, promql_expr_test: tests };
    await writeFile(file, JSON.stringify({ evaluation_interval: "1m", tests: [suite] }));
    const { stdout } = await promisify(execFile)(await tool("promtool"), ["test", "rules", file]);
    expect(stdout).toContain("SUCCESS");
  } finally {
    await rm(folder, { recursive: true });
  }
});
