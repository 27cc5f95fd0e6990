import { describe, expect, test } from "vitest";
import type { ExporterModel } from "../../src/dcgm/exporter-model.ts";
import { isField } from "../../src/dcgm/known-fields.ts";
import { addRow, optionalCounters } from "../../src/dcgm/optional-counters.ts";
import { loadWith } from "./load-with.ts";

const list = "DCGM_FI_DEV_GPU_TEMP,gauge,Temperature\nDCGM_FI_DEV_FB_USED,gauge,Memory\n";

const modelWith = (text: string, version?: string): Promise<ExporterModel> =>
  loadWith({
    inputs: { exporter: "gpu-operator", ...(version === undefined ? {} : { "exporter-version": version }) },
    files: { "stack/gpu/dcgm-metrics.csv": text },
  });

describe("a counter that lists leave out", () => {
  test.each(optionalCounters)("$field is one that DCGM has, or the exporter makes", ({ field, renamed }) => {
    for (const name of [field, renamed]) expect(name.startsWith("DCGM_EXP_") || isField(name), name).toBe(true);
  });

  test("is a row below the last of the tree's own list", async () => {
    expect(addRow("DCGM_FI_DEV_ROW_REMAP_PENDING", await modelWith(list))).toEqual({
      file: "stack/gpu/dcgm-metrics.csv",
      startLine: 2,
      endLine: 2,
      text: "DCGM_FI_DEV_FB_USED,gauge,Memory\nDCGM_FI_DEV_ROW_REMAP_PENDING, gauge, 1 where a remapping waits for a reset",
    });
  });

  test.each([
    ["the exporter is too old for the field", list, "24.9.2", "DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION"],
    ["the file is from Windows", list.replaceAll("\n", "\r\n"), undefined, "DCGM_FI_DEV_ROW_REMAP_PENDING"],
    ["the row is not known", list, undefined, "DCGM_FI_DEV_RETIRED_SBE"],
  ])("is no row where %s", async (_why, text, version, metric) => {
    expect(addRow(metric, await modelWith(text, version))).toBeNull();
  });

  test("is no row where the list is part of a manifest", async () => {
    const model = await loadWith({ inputs: { exporter: "gpu-operator" } });
    expect(addRow("DCGM_FI_DEV_ROW_REMAP_PENDING", model)).toBeNull();
  });
});
