import { expect, test } from "vitest";
import { fieldNames } from "../../../src/dcgm/known-fields.ts";
import { meantMetric, readMeant } from "../../../src/signal/series/meant-metric.ts";

const exported = [
  "DCGM_FI_DEV_GPU_TEMP",
  "DCGM_FI_DEV_GPU_UTIL",
  "DCGM_FI_DEV_DEC_UTIL",
  "DCGM_FI_DEV_POWER_USAGE",
  "DCGM_FI_DEV_XID_ERRORS",
  "DCGM_FI_PROF_DRAM_ACTIVE",
  "DCGM_EXP_XID_ERRORS_COUNT",
];

const meant = (name: string) => {
  const found = meantMetric(name, exported, fieldNames);
  return found === null ? null : readMeant(found);
};

test.for([
  ["DCGM_FI_DEV_GPU_TMEP", "Read DCGM_FI_DEV_GPU_TEMP"],
  ["DCGM_FI_DEV_GPUTEMP", "Read DCGM_FI_DEV_GPU_TEMP"],
  ["DCGM_FI_DEV_POWER_USAGES", "Read DCGM_FI_DEV_POWER_USAGE"],
  ["DCGM_FI_DEV_XID_errors", "Read DCGM_FI_DEV_XID_ERRORS"],
  ["DCGM_FI_DEV_DRAM_ACTIVE", "Read DCGM_FI_PROF_DRAM_ACTIVE"],
  ["DCGM_EXP_XID_ERROR_COUNT", "Read DCGM_EXP_XID_ERRORS_COUNT"],
] as const)("%s is a slip of the pen", ([name, sentence]) => {
  expect(meant(name)).toBe(sentence);
});

test.for([
  ["DCGM_FI_DEV_MEM_UTIL", "Read DCGM_FI_DEV_MEM_COPY_UTIL, if that is what is meant"],
  ["DCGM_FI_DEV_GP_TEMP", "Read DCGM_FI_DEV_GPU_TEMP, if that is what is meant"],
  ["DCGM_FI_DEV_GPU_TEMPERATURE", "Read DCGM_FI_DEV_GPU_TEMP, if that is what is meant"],
  ["DCGM_FI_DEV_GPU_TEMP_DEGREES", "Read DCGM_FI_DEV_GPU_TEMP, if that is what is meant"],
  [
    "DCGM_FI_DEV_POWER_LIMIT",
    "Read DCGM_FI_DEV_CPU_POWER_LIMIT, DCGM_FI_DEV_ENFORCED_POWER_LIMIT or DCGM_FI_DEV_POWER_MGMT_LIMIT, whichever is meant",
  ],
  ["DCGM_FI_DEV_NONSENSE", null],
  ["DCGM_FI_DEV_POWER", null],
] as const)("of %s a person decides", ([name, sentence]) => {
  const found = meantMetric(name, exported, fieldNames);
  expect(found?.certain ?? false).toBe(false);
  expect(found === null ? null : readMeant(found)).toBe(sentence);
});

test("of two that are as near neither is certain, and the exported one is named", () => {
  const found = meantMetric(
    "DCGM_FI_DEV_ROW_REMAP_FAILUR",
    ["DCGM_FI_DEV_ROW_REMAP_FAILURE"],
    ["DCGM_FI_DEV_ROW_REMAP_FAILURS"],
  );
  expect(found).toEqual({ names: ["DCGM_FI_DEV_ROW_REMAP_FAILURE"], certain: false });
});
