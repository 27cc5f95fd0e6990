import { describe, expect, test } from "vitest";
import { concerned } from "../../src/compare/concerned.ts";
import { touching } from "../../src/compare/touched-paths.ts";
import { readInputs } from "../../src/inputs.ts";
import { emptyStack } from "../checks/subject.ts";

const given = (inputs: Readonly<Record<string, string>>, touched: readonly string[] = []) => ({
  inputs: readInputs((name) => inputs[name] ?? ""),
  stack: { ...emptyStack, path: "stacks/gpu" },
  policyFiles: [".prometheus-stack-baseline.json"],
  touched: touching(new Set(touched), new Set()),
  root: "/repository",
});

describe("what a run may read of what is changed", () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ["stacks/gpu/README.md", {}],
    [".prometheus-stack-baseline.json", {}],
    [".github/workflows/check.yml", {}],
    ["ci/check/action.yaml", {}],
    ["exporter/daemonset.yaml", { exporter: "./exporter/" }],
    ["schemas/v1/a.json", { "schema-locations": "/repository/schemas" }],
    ["schemas/v1/a.json", { "schema-locations": "schemas/v{{ .Version }}/x.json" }],
    ["ci/config.yaml", { "config-file": "ci/config.yaml" }],
  ])("%s", (file, inputs) => {
    expect(concerned([file, "README.md", "stacks/gpus/a.yaml"], given(inputs))).toEqual([file]);
  });

  test.each<readonly [string, string, Readonly<Record<string, string>>, readonly string[]]>([
    ["that what was read lies in", "shared", {}, ["shared/gpu/values.yaml"]],
    ["that a place of the inputs lies in", "vendor/charts", { "schema-locations": "vendor/charts/schemas" }, []],
    ["that the stack's folder lies in", "stacks", {}, []],
  ])("a link or a submodule %s", (_, moved, inputs, touched) => {
    expect(concerned([moved, `${moved}-v2`, "README.md"], given(inputs, touched))).toEqual([moved]);
  });

  test("what was read already, sorted with the rest", () => {
    expect(concerned(["z.yaml", "values.yaml", "README.md"], given({}, ["z.yaml", "values.yaml"]))).toEqual([
      ...["values.yaml", "z.yaml"],
    ]);
  });
});
