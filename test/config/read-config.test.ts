import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { configSchema } from "../../src/config/config-schema.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { OperatorError } from "../../src/errors.ts";
import { readInputs } from "../../src/inputs.ts";

const read = (text: string, target?: string) => readConfig(text, ".prometheus-stack.yaml", target, checks);
const problemsOf = (text: string, target?: string): string => {
  try {
    read(text, target);
  } catch (thrown) {
    if (thrown instanceof OperatorError) return thrown.message;
    throw thrown;
  }
  return "";
};

describe("the configuration file", () => {
  test("says severities and options of checks", () => {
    const { checks: settings } = read(`checks:
  alert-runbook-url-missing: off
  alert-name-style: "off"
  alert-for-missing: error
  alert-severity-invalid:
    severity: notice
    severities: [page, ticket]
`);
    expect(Object.fromEntries(settings)).toEqual({
      "alert-runbook-url-missing": { severity: "off", options: {} },
      "alert-name-style": { severity: "off", options: {} },
      "alert-for-missing": { severity: "error", options: {} },
      "alert-severity-invalid": { severity: "notice", options: { severities: ["page", "ticket"] } },
    });
  });

  test.each(["", "# nothing yet\n", "checks: {}\n"])("may be empty: %j", (text) => {
    expect(read(text)).toMatchObject({ file: ".prometheus-stack.yaml", suppressions: [], inputs: {} });
  });

  test("gives inputs, and those of a target before its own", () => {
    const text = `exporter: dcgm-exporter
exporter-version: 4.8.3
targets:
  production: { exporter-version: 4.8.4, overlays: [overlays/alerting, overlays/dashboards] }
`;
    expect(read(text).inputs).toEqual({ exporter: "dcgm-exporter", "exporter-version": "4.8.3" });
    const config = read(text, "production");
    const inputs = readInputs((name) => (name === "exporter-release" ? "gpu" : ""), {
      configuration: { config, base: null, notes: [] },
    });
    expect(inputs).toMatchObject({
      exporter: "dcgm-exporter",
      exporterVersion: "4.8.4",
      exporterRelease: "gpu",
      overlays: ["overlays/alerting", "overlays/dashboards"],
    });
    const given = readInputs((name) => (name === "exporter-version" ? "4.8.1" : ""), {
      configuration: { config, base: null, notes: [] },
    });
    expect(given.exporterVersion).toBe("4.8.1");
  });

  test.each([
    ["an unknown key", "chekcs: {}\n", ":1:1: unknown key chekcs; did you mean checks?"],
    [
      "an unknown check",
      "checks:\n  alert-for-mising: off\n",
      ":2:3: there is no check alert-for-mising; did you mean alert-for-missing?",
    ],
    [
      "an unknown option",
      "checks:\n  alert-severity-invalid: { severitees: [a] }\n",
      "unknown key severitees; did you mean severities?",
    ],
    [
      "a bad severity",
      "checks:\n  alert-for-missing: fatal\n",
      ':2:22: checks.alert-for-missing is "fatal": it must be one of off, error, warning, notice',
    ],
    ["a bad item", "checks:\n  gpu-alert-coverage-missing: { required: [xids] }\n", 'is "xids"'],
    [
      "a suppression without reason",
      "suppressions:\n  - check: alert-for-missing\n",
      ":2:5: suppressions.0: reason is missing",
    ],
    ["no mapping", "- a\n", "must be object"],
    ["no YAML", "checks: [\n", ".prometheus-stack.yaml:"],
  ])("refuses %s with its line", (_, text, message) => {
    expect(problemsOf(text)).toContain(message);
  });

  test("tells all mistakes at once", () => {
    const message = problemsOf("exporterr: none\nchecks:\n  alert-for-missing: fatal\n  nothing-like-it: off\n");
    expect(message.split("\n")).toHaveLength(4);
  });

  test("names its targets where the input names another", () => {
    expect(problemsOf("targets: { a: {}, b: {} }\n", "c")).toContain('Input target is "c"');
  });

  test("has a schema for editors, which names every check", () => {
    const file = resolve(import.meta.dirname, "../../docs/config.schema.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(configSchema(checks));
  });

  test("is as docs/configuration.md shows it", () => {
    const page = readFileSync(resolve(import.meta.dirname, "../../docs/configuration.md"), "utf8");
    const examples = [...page.matchAll(/^```yaml\n(# yaml-language-server[\s\S]*?)^```$/gm)].map(
      ([, text = ""]) => text,
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const text of examples) expect(problemsOf(text)).toBe("");
  });
});
