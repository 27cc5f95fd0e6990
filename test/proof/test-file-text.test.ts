import { describe, expect, test } from "vitest";
import { testFiles } from "../../src/proof/alert-test-file.ts";
import { testFileText } from "../../src/proof/test-file-text.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { emptyStack } from "../checks/subject.ts";

const ruleFiles = ["../rules/0.json"];
const textOf = (source: string): string | null => {
  const [file] = testFiles({ ...emptyStack, files: [parseYaml(source, "stack/a_test.yaml")] });
  if (file === undefined) throw new Error("no test file");
  return testFileText(file, ruleFiles);
};
const withSeries = (series: string): string =>
  `rule_files: [/etc/passwd]\ntests:\n  - input_series:\n      - ${series}\n`;

describe("a file of unit tests for promtool", () => {
  test("keeps its text, and names our rule files only", () => {
    const text = textOf(withSeries("{series: a, values: 0x10}"));
    expect(text).toContain("values: 0x10");
    expect(text).toContain("../rules/0.json");
    expect(text).not.toContain("passwd");
  });

  test.each([
    ["in quotes", "{series: a, values: '0x300000000'}"],
    ["without quotes, where it looks like a number", "{series: a, values: 0x300000000}"],
    ["with leading zeros", "{series: a, values: '1+1x0300000000'}"],
    ["with an escape of YAML", '{series: a, values: "0\\x78300000000"}'],
    ["of absent samples", "{series: a, values: '_x300000000'}"],
    ["of histograms", "{series: a, values: '{{schema:1}}x300000000'}"],
    ["in the name's text", "{series: 'a 0x300000000', values: '1'}"],
    ["as many small ones", `{series: a, values: '${"0x900 ".repeat(1200)}'}`],
    ["behind an alias", "{series: a, values: &v 0x900000}\n      - {series: b, values: *v}"],
  ])("is not run with a series of more than a million samples, %s", (_, series) => {
    expect(textOf(withSeries(series))).toBeNull();
  });

  test("is not run with many samples behind a merge key or a tagged key", () => {
    const merged = "a: &a {values: 0x3000000}\nrule_files: []\ntests: [{input_series: [{series: a, <<: *a}]}]\n";
    expect(textOf(merged)).toBeNull();
    const tagged = "rule_files: []\ntests: [{input_series: [{series: a, !!str values: 0x3000000x3000000}]}]\n";
    expect(textOf(tagged)).toBeNull();
  });

  test("is given as we read it where it has tags: a binary key could be another rule_files", () => {
    const text = textOf(`!!binary "cnVsZV9maWxlcw==": [/etc/passwd]\n${withSeries("{series: a, values: '1'}")}`);
    expect(JSON.parse(text ?? "")).toMatchObject({ rule_files: ruleFiles });
  });

  test("may have a name that looks like a count", () => {
    expect(textOf(withSeries(`{series: 'ax12345678{b="0x12345678 x12345678"}', values: 1x5}`))).not.toBeNull();
  });
});
