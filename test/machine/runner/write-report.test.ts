import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeReport } from "../../../src/machine/runner/write-report.ts";
import { fileNames } from "../../../src/report/file-names.ts";
import { linksOf } from "../../../src/report/summary/links.ts";
import { report } from "../../report/sample-report.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";

describe("writeReport", () => {
  test("follows no link, in the report's place, in the manifests' or in one of them", async () => {
    const root = temporaryFolder();
    const [folder, outside] = [join(root, "report"), join(root, "outside")];
    for (const made of [folder, outside]) mkdirSync(made);
    writeFileSync(join(outside, "kept.json"), "kept");
    symlinkSync(join(outside, "kept.json"), join(folder, "report.json"));
    symlinkSync(outside, join(folder, "manifests"));
    const rendered = [{ name: "kept.json", text: "ours" }];
    await writeReport(folder, { report: report(), rendered, plan: null }, linksOf({}));
    expect(readFileSync(join(outside, "kept.json"), "utf8")).toBe("kept");
    expect(readFileSync(join(folder, "manifests/kept.json"), "utf8")).toBe("ours");
    expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8"))).toHaveProperty("conclusion");
    await writeReport(folder, { report: report(), rendered: [], plan: null }, linksOf({}));
    expect(existsSync(join(folder, "manifests/kept.json"))).toBe(false);
  });
});

describe("fileNames", () => {
  test("a folder's name, its slashes as underscores", () => {
    expect(fileNames(["stack/base", "stack/overlays/gpu.v2_a-b"])).toEqual([
      "stack__base.yaml",
      "stack__overlays__gpu.v2_a-b.yaml",
    ]);
  });

  test("no two share a file, also where case does not count, and none is the chart's", () => {
    const folders = ["a/b", "a__b", "A/B", "chart", "Chart-Hooks", "x", "x y", "x\ny"];
    const names = fileNames(folders).map((name) => name.toLowerCase());
    expect(new Set([...names, "chart.yaml", "chart-hooks.yaml"]).size).toBe(folders.length + 2);
    for (const name of names) expect(name).toMatch(/^[\w.-]+\.yaml$/);
  });

  test("every name can be a file's", () => {
    for (const name of fileNames([
      "é".repeat(255),
      "../..",
      ".",
      "",
      "-rf",
      "a\u0000b",
      "x".repeat(4000),
      "CON",
      "a/./b",
    ]))
      expect([name.length < 150, /^[\w][\w.-]*$/.test(name)], name).toEqual([true, true]);
  });
});
