import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { commandVersion, readModulePin } from "../../../scripts/tool-build/module-pin.ts";
import { operatorAt } from "../../../src/signal/operator/operator-of.ts";
import { minorOf, operatorRelease } from "../../../src/signal/operator/operator-release.ts";
import { allOperators } from "../../judge/judged-operators.ts";

const root = resolve(import.meta.dirname, "../../..");
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const filesIn = (folder: string, end: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file));

/** What the operator does at that release is asked of the real one in operator-agrees.test.ts. */
describe("the release that we speak of", () => {
  const versionOf = (folder: string, module: string): string =>
    commandVersion(
      { name: "", module: folder, pkg: "", versionOf: module, versionArgs: [] },
      readModulePin(join(root, "tools", folder)),
    );

  test.each(allOperators)("$version is one that the judge runs, and so is its PromQL", (one) => {
    expect(versionOf(one.command, "github.com/prometheus-operator/prometheus-operator")).toBe(one.version);
    expect(versionOf(one.command, "github.com/prometheus/prometheus")).toBe(operatorAt(one.version).promql);
  });

  test("is the one of the stand-in chart and its definitions", () => {
    const chart = "fixtures/charts/kube-prometheus-stack";
    const told = [
      [join(chart, "Chart.yaml"), /^appVersion: v(.+)$/m] as const,
      [join(chart, "README.md"), /prometheus-operator v(\d[\w.]+)/] as const,
      ...filesIn(`${chart}/charts/crds/crds`, ".yaml").map(
        (file) => [file, /operator\.prometheus\.io\/version: '(.+?)'/] as const,
      ),
    ];
    const others = told.map(([file, pattern]) => [file, pattern.exec(textOf(file))?.[1]]);
    expect(others.length).toBeGreaterThan(10);
    expect(others.filter(([, version]) => version !== operatorRelease.version)).toEqual([]);
  });

  test("is named in one place", () => {
    const minor = new RegExp(`\\b${minorOf(operatorRelease.version).replace(".", "\\.")}\\b`);
    const naming = ["src", "test", "scripts"]
      .flatMap((folder) => filesIn(folder, ".ts"))
      .filter((file) => minor.test(textOf(file)));
    // The history says since when the operator does what it does: its own release may be the first.
    expect(naming).toEqual(["src/signal/operator/operator-history.ts", "src/signal/operator/operator-release.ts"]);
  });
});
