import { describe, expect, test } from "vitest";
import { readCatalogue } from "../../scripts/xid-codes/read-catalogue.ts";
import data from "../../src/dcgm/data/xid-codes.json" with { type: "json" };
import { codeList, xidCode, xidCodes } from "../../src/dcgm/xid-codes.ts";

const needing = (need: string): readonly number[] =>
  xidCodes.filter((one) => one.need === need).map(({ code }) => code);

test("codes that the catalogue answers with a reset, a reboot or a workflow", () => {
  expect(codeList(needing("hardware"))).toBe(
    "46, 48, 62, 64, 74, 79, 95, 109, 110, 119, 120, 136, 140, 143 to 150, 155, 156 and 158",
  );
});

test("codes of the application, or of nobody", () => {
  for (const code of [13, 31, 43, 63, 92, 94]) expect(needing("application")).toContain(code);
  for (const code of [45, 54, 78, 154, 171]) expect(needing("other")).toContain(code);
});

test("each code has one action, or none, and its GPUs are among those of the catalogue", () => {
  const all = [...Object.values(data.actions).flat(), ...data.withoutAction];
  expect(new Set(all).size).toBe(all.length);
  expect(xidCodes.map(({ code }) => code)).toEqual(all.toSorted((a, b) => a - b));
  expect(Object.values(data.gpus).flatMap((codes) => codes.filter((code) => !all.includes(code)))).toEqual([]);
});

test("which GPU reports which code", () => {
  expect(xidCode(74)?.gpus).toEqual(["A100", "H100"]);
  expect(xidCode(144)?.gpus).toEqual(["B100", "GB200"]);
  expect(xidCode(79)?.gpus).toEqual(["A100", "H100", "B100", "GB200"]);
  expect(xidCode(1)).toBeUndefined();
});

describe("the catalogue", () => {
  const row = (cells: string): string => `XID,${cells}`;
  const header = row("Code,Mnemonic,Description,Applies to A100,Applies to H100,Applies to B100,Applies to GB200");
  const sheet = [
    `${header},Resolution Bucket (Immediate Action)`,
    row("1,A,Unused,NO,NO,NO,NO,CONTACT_SUPPORT"),
    row('13,B / C,"Graphics, Engine ""Exception""",YES,YES,NO,NO,RESTART_APP'),
    row("162,D,Power,NO,NO,YES,YES,"),
  ].join("\n");
  const read = readCatalogue(sheet, "2025-10", null);

  test("is read as its spreadsheet has it", () => {
    expect(read).toMatchObject({
      date: "2025-10",
      actions: { RESTART_APP: [13] },
      withoutAction: [162],
      gpus: { A100: [13], H100: [13], B100: [162], GB200: [162] },
    });
  });

  test("without columns for GPUs keeps what is known of them", () => {
    const short = "# of a month\ncode,mnemonic,description,immediate_action\n13,B,Exception,IGNORE\n";
    expect(readCatalogue(short, "2026-01", read.gpus)).toMatchObject({ actions: { IGNORE: [13] }, gpus: read.gpus });
  });

  test.each([
    ["code,description\n1,x", "no column"],
    ["code,immediate_action\nx,IGNORE", '"x" is no code'],
  ])("%j is refused: %s", (text, why) => {
    expect(() => readCatalogue(text, "2025-10", null)).toThrow(why);
  });
});

test.each([
  [[], ""],
  [[79], "79"],
  [[79, 48], "48 and 79"],
  [[13, 144, 145, 146, 94, 95], "13, 94, 95 and 144 to 146"],
])("%j in words: %s", (codes, words) => {
  expect(codeList(codes)).toBe(words);
});
