import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { OperatorError } from "../../src/core/errors.ts";
import { readInputs } from "../../src/inputs.ts";
import { configSchema } from "../../src/policy/config-schema.ts";
import { readConfig } from "../../src/policy/read-config.ts";

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

  test("states the size of the cluster, and that of a target before its own", () => {
    const text = `capacity:
  nodes: 12
  gpus: 96
  series: { ServiceMonitor monitoring/queue: 6000 }
targets:
  staging: { capacity: { nodes: 2, pods: 40 } }
`;
    const series = { "ServiceMonitor monitoring/queue": 6000 };
    expect(read(text).clusterSize).toEqual({ stated: { nodes: 12, gpus: 96 }, series });
    expect(read(text, "staging").clusterSize).toEqual({ stated: { nodes: 2, gpus: 96, pods: 40 }, series });
    expect(problemsOf("capacity: { node: 3 }")).toContain("unknown key node; did you mean nodes?");
    expect(problemsOf("capacity: { nodes: -1 }")).toContain("capacity.nodes must be >= 0");
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
      configured: config,
    });
    expect(inputs).toMatchObject({
      exporter: "dcgm-exporter",
      exporterVersion: "4.8.4",
      exporterRelease: "gpu",
      overlays: ["overlays/alerting", "overlays/dashboards"],
    });
    const given = readInputs((name) => (name === "exporter-version" ? "4.8.1" : ""), {
      configured: config,
    });
    expect(given.exporterVersion).toBe("4.8.1");
    expect([...inputs.configured.keys()].sort()).toEqual(["exporter", "exporter-version", "overlays"]);
    expect([...given.configured.keys()].sort()).toEqual(["exporter", "overlays"]);
  });

  test("is named where one of its inputs is wrong", () => {
    const config = read("namespace: Not A Name\nexporter-release: ''\n");
    const inputs = () => readInputs(() => "", { configured: config });
    expect(inputs).toThrow('Input namespace of .prometheus-stack.yaml is "Not A Name"');
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

  test.each([
    ["allow: [exec-plugins]", ":1:1: allow is the workflow's to say: set it under `with:`"],
    ["targets: { a: { allow: [helm-charts] } }", ":1:17: targets.a: allow is the workflow's to say"],
    ["schema-locations: [default]", ":1:1: schema-locations is the workflow's to say"],
    ["kubeconfig: x", ":1:1: kubeconfig is the workflow's to say"],
    ["exporter: cluster", ':1:11: exporter is "cluster": looking into a cluster is the workflow\'s to say'],
    ["targets:\n  a:\n    exporter: cluster", ":3:15: targets.a.exporter"],
    ["exporter: /etc", ':1:11: exporter is "/etc": it must be a path inside the repository; any other place is'],
    ["exporter: ../other", "and it leads out of it"],
    ["chart: /srv/charts/x", 'chart is "/srv/charts/x": it must be repo/name, an oci:// address or a path inside'],
    ["chart: ' /srv'", "it must be repo/name"],
    ["chart: ~/charts", "any other place is the workflow's to say"],
    ["chart: a/../../b", "and it leads out of it"],
    ["chart: https://example.com/a.tgz", "any other place"],
    ["chart: file:///srv/a.tgz", "any other place"],
    ["chart: 'C:\\charts'", "any other place"],
    ["chart-repository: /srv/charts", "it must be an address that begins with https:// or oci://"],
    ["chart-repository: file:///srv", "it must be an address"],
    ["value-files: [values.yaml, /etc/passwd]", ":1:28: value-files.1"],
    ["value-files: ['a.yaml,/etc/passwd']", "a path in a list has neither commas nor line breaks"],
    ['value-files: ["a.yaml\\n/etc/passwd"]', "a path in a list has neither commas nor line breaks"],
    ["value-files: [.git/config]", ".git is Git's"],
    ["overlays: [../../other]", "and it leads out of it"],
    ["baseline: .git/hooks/pre-commit", ".git is Git's"],
    ["baseline: a/.GIT/config", ".GIT is Git's"],
    ["baseline: /tmp/baseline.json", "it must be a path inside the repository"],
  ])("leaves to the workflow what leads out of the tree or grants anything: %s", (text, message) => {
    expect(problemsOf(`${text}\n`)).toContain(message);
  });

  test.each([
    "exporter: none",
    "exporter: gpu/exporter.yaml",
    "chart: ./charts/kube-prometheus-stack",
    "chart: prometheus-community/kube-prometheus-stack\nchart-repository: https://prometheus-community.github.io/helm-charts",
    "chart: oci://ghcr.io/prometheus-community/charts/kube-prometheus-stack",
    "value-files: [a/../values.yaml, .gitlab/values.yaml]\noverlays: [prometheus-stack/overlays/a]",
    "baseline: ci/baseline.json",
  ])("says what is in the tree, or where a chart is published: %s", (text) => {
    expect(problemsOf(`${text}\n`)).toBe("");
  });

  describe("guards its targets", () => {
    const uid = "0f1e2d3c-0000-4000-8000-000000000001";
    const text = `targets:
  production:
    gated: true
    environment: prod
    refs: [main, "release/*", "refs/tags/v*"]
    expected-cluster: ${uid}
    namespace: monitoring
  staging: { expected-cluster: "https://10.0.0.1:6443", gated: false, environment: staging }
  bare:
`;
    const nothing = { gated: false, environment: null, refs: null, expectedCluster: null };
    const production = {
      ...{ name: "production", gated: true, environment: "prod", expectedCluster: uid },
      refs: ["main", "release/*", "refs/tags/v*"],
    };

    test("by what each says, and the one that is chosen", () => {
      const config = read(text.replace("bare:", "bare: {}"), "production");
      expect(config.target).toEqual(production);
      expect(config.inputs).toEqual({ namespace: "monitoring" });
      expect(config.targets).toEqual([
        production,
        { ...nothing, name: "staging", environment: "staging", expectedCluster: "https://10.0.0.1:6443" },
        { ...nothing, name: "bare" },
      ]);
    });

    test("also where none is chosen, and where there is none", () => {
      expect(read("targets: { a: { gated: true, environment: x } }\n")).toMatchObject({
        target: null,
        targets: [{ name: "a", gated: true }],
        notRead: null,
      });
      for (const empty of ["", "exporter: none\n"])
        expect(read(empty)).toMatchObject({ target: null, targets: [], notRead: null });
    });

    test.each([
      ["gated: true", "targets.a: environment is missing"],
      ["environment: x", "targets.a: environment guards a target that is gated: add gated: true"],
      ["refs: [main]", "targets.a: refs guards a target that is gated"],
      ["gated: yes, environment: x", "targets.a.gated must be boolean"],
      ["gated: 'true', environment: x", "targets.a.gated must be boolean"],
      ["gated: true, environment: ''", 'is "": it must be the name of an environment'],
      ["gated: true, environment: ' x'", "it must be the name of an environment"],
      ["gated: true, environment: [x]", "targets.a.environment must be string"],
      ["gated: true, environment: x, refs: []", "targets.a.refs must NOT have fewer than 1"],
      ["gated: true, environment: x, refs: main", "targets.a.refs must be array"],
      ["gated: true, environment: x, refs: [refs/pull/7/merge]", "it must be a branch such as main, or a tag such as"],
      ["gated: true, environment: x, refs: [refs/heads/]", "it must be a branch"],
      ["gated: true, environment: x, refs: ['a b']", "it must be a branch"],
      ["expected-cluster: production", "it must be the uid of the namespace kube-system, or the server's URL"],
      ["gatd: true", "targets.a: unknown key gatd; did you mean gated?"],
    ])("not by { %s }", (own, message) => {
      expect(problemsOf(`targets:\n  a: { ${own} }\n`)).toContain(message);
    });

    test.each(["gated: true", "environment: x", "refs: [main]", "expected-cluster: https://10.0.0.1"])(
      "not where it is no target's: %s",
      (line) => {
        expect(problemsOf(`${line}\n`)).toContain("is a target's: write it under targets.<name>");
      },
    );
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
