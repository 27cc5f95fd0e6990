import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { commandVersion, readModulePin } from "../../../scripts/tool-build/module-pin.ts";
import { minorOf, operatorRelease } from "../../../src/signal/operator/operator-release.ts";

const root = resolve(import.meta.dirname, "../../..");
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const filesIn = (folder: string, end: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file));

/** What the operator does at that release is asked of the real one in operator-agrees.test.ts. */
describe("the release that we speak of", () => {
  const pin = readModulePin(join(root, "tools/operator"));
  const versionOf = (module: string): string =>
    commandVersion({ name: "", module: "operator", pkg: "", versionOf: module, versionArgs: [] }, pin);

  test("is the one that the judge runs, and so is its PromQL", () => {
    expect(versionOf("github.com/prometheus-operator/prometheus-operator")).toBe(operatorRelease.version);
    expect(versionOf("github.com/prometheus/prometheus")).toBe(operatorRelease.promql);
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
    expect(naming).toEqual(["src/signal/operator/operator-release.ts"]);
  });
});
