import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { OperatorError } from "../src/core/errors.ts";
import { parseGoDuration } from "../src/input-reader.ts";
import { readInputs } from "../src/inputs.ts";

const from = (given: Readonly<Record<string, string>>) => readInputs((name) => given[name] ?? "");
const problemOf = (given: Readonly<Record<string, string>>): OperatorError => {
  try {
    from(given);
  } catch (thrown) {
    if (thrown instanceof OperatorError) return thrown;
  }
  throw new Error("the inputs were accepted");
};

describe("readInputs", () => {
  test("without any input takes the defaults that action.yml declares", () => {
    const action = parse(readFileSync("action.yml", "utf8")) as { inputs: Record<string, { default?: string }> };
    // The runner puts values in the place of expressions.
    const declared = Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: value = "" }]) => [name, value.replace(/^\$\{\{.*/, "")]),
    );
    // What was given is told as it was given: the defaults of action.yml are.
    expect({ ...from({}), bearing: {} }).toEqual({ ...from(declared), bearing: {} });
  });

  test("reads every input that action.yml declares, and no other", () => {
    const action = parse(readFileSync("action.yml", "utf8")) as { inputs: Record<string, unknown> };
    const read = new Set<string>();
    readInputs((name) => {
      read.add(name);
      return "";
    });
    expect([...read].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test("takes lists by line and by comma, and drops empty items", () => {
    expect(from({ overlays: "a, b\n\n  c\n" }).overlays).toEqual(["a", "b", "c"]);
    expect(from({ overlays: " \n " }).overlays).toBeUndefined();
  });

  test("takes versions with and without v", () => {
    expect(from({ "helm-version": "v3.22.0", "kubernetes-version": "1.35.4" })).toMatchObject({
      kubernetesVersion: "1.35.4",
      toolVersions: { helm: "3.22.0" },
    });
  });

  test("tells all bad inputs at once, each by name with what is allowed", () => {
    const { reason, message } = problemOf({
      mode: "delpoy",
      "fail-on": "info",
      timeout: "10 minutes",
      "helm-version": "latest",
      allow: "remote-bases, everything",
      annotations: "yes",
      namespace: "Monitoring",
      "chart-username": "me",
      kubeconfig: "a",
      "kubeconfig-data": "b",
    });
    expect(reason).toBe("invalid-input");
    for (const part of [
      "9 inputs are wrong",
      'mode is "delpoy": it must be one of check, plan, deploy',
      'fail-on is "info": it must be one of error, warning, notice, never',
      'timeout is "10 minutes"',
      'helm-version is "latest"',
      'allow is "everything"',
      'annotations is "yes": it must be true or false',
      'namespace is "Monitoring"',
      "chart-username is set and chart-password is not",
      "kubeconfig and kubeconfig-data are both set",
    ])
      expect(message).toContain(part);
  });
});

test("changed-only is for a check alone", () => {
  expect(from({ "changed-only": "true" }).changedOnly).toBe(true);
  expect(problemOf({ mode: "plan", "changed-only": "true" }).message).toContain("changed-only has no effect");
  expect(from({ mode: "plan", "changed-only": "false" }).changedOnly).toBe(false);
});

test("takes the words for when to comment, and no key for a comment that there never is", () => {
  expect(from({})).toMatchObject({ comment: "never", checkRun: false, commentKey: undefined });
  expect(from({ comment: "changes", "comment-key": "a" })).toMatchObject({ comment: "changes", commentKey: "a" });
  expect(problemOf({ comment: "sometimes" }).message).toContain("one of never, always, changes, failures");
  expect(problemOf({ "comment-key": "a" }).message).toContain(
    "comment-key has no effect: comment is never, and suggestions is false",
  );
});

test("mode report needs the report, and nothing of how a run is made", () => {
  expect(from({ mode: "report", "report-file": "a/report.json", target: "eu" })).toMatchObject({ mode: "report" });
  expect(problemOf({ mode: "report" }).message).toContain("report-file is needed: mode is report");
  expect(problemOf({ "report-file": "a" }).message).toContain("report-file has no effect: mode check");
  expect(problemOf({ mode: "report", "report-file": "a", chart: "b" }).message).toContain("chart has no effect");
});

test("takes hosts for the chart's credentials, and nothing that could be read as more than a host", () => {
  const hosts = [
    "a.example",
    "a.example:5000",
    "http://a.example",
    "https://a.example:1/",
    "[::1]:5000",
    "Bücher.example",
  ];
  expect(from({ "chart-hosts": hosts.join(", ") }).chartHosts).toEqual(hosts);
  for (const host of [
    "a.example/path",
    "user@a.example",
    "*",
    "ftp://a.example",
    "a b",
    "a:b",
    "https://",
    "a.example:99999",
  ])
    expect(problemOf({ "chart-hosts": host }).message).toContain(
      `chart-hosts has no effect: ${JSON.stringify(host)} is no host`,
    );
});

test.each([
  ["chart", "--output-dir=/x"],
  ["chart", "a\nb"],
  ["chart", "a\0b"],
  ["chart-repository", "file:///etc"],
  ["chart-repository", "https://a b"],
  ["release-name", "--post-renderer=./x"],
  ["namespace", "a\nb"],
  ["value-files", "v.yaml, --set-file=a=b"],
  ["overlays", "-x"],
  ["context", "--server=https://evil"],
  ["expected-cluster", "a\nb"],
  ["kubeconfig", "a\0b"],
  ["chart-ca-file", "-x"],
  ["path", "a\nb"],
  ["exporter", "\u001b[2J"],
])("no input is an option or holds more than a line: %s is %j", (name, value) => {
  const { reason, message } = problemOf({ [name]: value });
  expect(reason).toBe("invalid-input");
  expect(message).toContain(`Input ${name} is`);
});

test("refuses the exporter's details where they would be ignored", () => {
  expect(problemOf({ exporter: "none", "exporter-version": "4.8.4" }).message).toContain(
    'exporter-version has no effect: exporter is "none"',
  );
  expect(problemOf({ "exporter-release": "x" }).message).toContain('exporter is "gpu-operator"');
  expect(from({ exporter: "dcgm-exporter", "exporter-version": "4.8.4" }).exporterVersion).toBe("4.8.4");
  expect(from({ exporter: "./exporter.yaml", "exporter-namespace": "gpu" }).exporterNamespace).toBe("gpu");
});

test.each([
  ["10m", 600_000],
  ["1h30m", 5_400_000],
  ["90s", 90_000],
  ["1.5h", 5_400_000],
  ["250ms", 250],
  ["10", undefined],
  ["", undefined],
  ["-5m", undefined],
  ["5 m", undefined],
])("parseGoDuration(%j) is %j ms", (text, expected) => {
  expect(parseGoDuration(text)).toBe(expected);
});
