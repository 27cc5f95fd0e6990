import { describe, expect, test } from "vitest";
import { governedAt, setAt } from "../../../src/render/chart/value-sources.ts";
import type { SetArgument, Stack } from "../../../src/stack/stack.ts";
import { parseYaml } from "../../../src/text/parse-yaml.ts";
import { emptyStack } from "../../checks/subject.ts";

const key = ["grafana", "enabled"];
const installLine = { file: "stack/upstream/install.sh", line: 8, column: 1 };

const stackWith = (files: Readonly<Record<string, string>>, sets: readonly string[] = []): Stack => ({
  ...emptyStack,
  valueFiles: Object.entries(files).map(([file, text]) => parseYaml(text, file, "helm")),
  release: {
    ...emptyStack.release,
    sets: sets.map(
      (value, index): SetArgument => ({
        flag: "--set",
        value,
        at: { ...installLine, line: 20 + index },
      }),
    ),
  },
});

describe("the place that sets a value", () => {
  test("is the last file that has it", () => {
    const stack = stackWith({ a: "grafana: {enabled: true}", b: "x: 1\ngrafana:\n  enabled: false", c: "x: 1" });
    expect(setAt(stack, key)).toMatchObject({ file: "b", line: 3, column: 12 });
  });

  test("is the last --set before any file", () => {
    const stack = stackWith({ a: "grafana: {enabled: true}" }, ["grafana.enabled=true", "x=1,grafana.enabled=false"]);
    expect(setAt(stack, key)).toMatchObject({ line: 21 });
  });

  test("is none where only a longer or a shorter key is set", () => {
    expect(setAt(stackWith({ a: "grafana: {}" }, ["grafana.enabledX=1", "Xgrafana.enabled=1"]), key)).toBeNull();
  });

  test("is, for the first of several keys that is set at all, that one's", () => {
    const stack = stackWith({ a: "nodeExporter:\n  enabled: false" });
    expect(governedAt(stack, [key, ["nodeExporter", "enabled"]])).toMatchObject({ file: "a", line: 2 });
  });
});
