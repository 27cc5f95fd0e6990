import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createChartBudget } from "../../../src/machine/chart/chart-budget.ts";
import { unpackChart } from "../../../src/machine/chart/unpack-chart.ts";
import { archiveOf, chartMembers, type Member, tarOf } from "./archive-of.ts";

const unpack = (archive: Buffer) => unpackChart(archive, createChartBudget("the chart"));
const namesIn = async (members: readonly Member[]) => [...(await unpack(archiveOf(members))).keys()];

describe("a chart's archive", () => {
  test("gives files under the names that helm gives them", async () => {
    const long = `templates/${"x".repeat(150)}/${"y".repeat(150)}.yaml`;
    const members = [
      ...chartMembers({ [long]: "a", "./b//c.txt": "b", "d/../e": "c" }),
      { path: "chart/", type: "Directory" } as const,
      { path: "chart\\f\\g.txt", text: "d" },
    ];
    expect(await namesIn(members)).toEqual(["Chart.yaml", long, "b/c.txt", "e", "f/g.txt"]);
  });

  test("of two files with one name has the last", async () => {
    const files = await unpack(archiveOf([...chartMembers(), ...chartMembers({ "Chart.yaml": "name: b\n" })]));
    expect(files.get("Chart.yaml")?.toString()).toBe("name: b\n");
  });

  test.each<[string, Member, RegExp]>([
    ["a link", { path: "chart/a", type: "SymbolicLink", linkpath: "/etc/passwd" }, /is a link or a device/],
    ["a hard link", { path: "chart/a", type: "Link", linkpath: "chart/Chart.yaml" }, /is a link or a device/],
    ["a FIFO", { path: "chart/a", type: "FIFO" }, /is a link or a device/],
    ["a device", { path: "chart/a", type: "CharacterDevice" }, /is a link or a device/],
    ["a way up", { path: "chart/../../a", text: "x" }, /leads out of the chart/],
    ["an absolute path", { path: "chart//etc/passwd", text: "x" }, /leads out of the chart/],
    ["a drive", { path: "chart/c:/a", text: "x" }, /leads out of the chart/],
    ["no folder", { path: "a.txt", text: "x" }, /leads out of the chart/],
    ["Chart.yaml at its top", { path: "Chart.yaml", text: "x" }, /not in a folder/],
    ["a name with a line break", { path: "chart/a\nb", text: "x" }, /control character/],
    ["a size that is not there", { path: "chart/a", text: "x", size: 1e9 }, /damaged/],
  ])("with %s is refused", async (_, member, message) => {
    await expect(unpack(archiveOf([...chartMembers(), member]))).rejects.toThrow(message);
  });

  test.each<[string, Buffer, RegExp]>([
    ["text", Buffer.from("text"), /no gzip archive/],
    ["a zip", Buffer.from("PK\x03\x04aaaa"), /no gzip archive/],
    ["packed twice", gzipSync(archiveOf(chartMembers())), /compressed twice/],
    ["cut off", archiveOf(chartMembers()).subarray(0, 60), /damaged/],
    ["text packed", gzipSync("text"), /damaged|empty/],
    ["nothing", archiveOf([]), /damaged/],
    ["a folder", archiveOf([{ path: "chart/", type: "Directory" }]), /empty/],
  ])("that is %s is refused", async (_, archive, message) => {
    await expect(unpack(archive)).rejects.toThrow(message);
  });

  test("that unpacks to more than 100 MiB ends soon", async () => {
    // A gigabyte of zeros, as four members of one gzip file.
    const part = gzipSync(Buffer.alloc(256 * 1024 * 1024), { level: 1 });
    const bomb = Buffer.concat([part, part, part, part]);
    const started = performance.now();
    await expect(unpack(bomb)).rejects.toThrow(/the chart holds more than 100 MiB/);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("with more than 20,000 files is refused", async () => {
    const members = Array.from({ length: 20_001 }, (_, index) => ({ path: `chart/${index}` }));
    await expect(unpack(gzipSync(tarOf(members)))).rejects.toThrow(/more than 20000 files/);
  });
});
