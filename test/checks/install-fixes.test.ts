import { describe, expect, test } from "vitest";
import type { Check } from "../../src/checks/check.ts";
import { checkOptions } from "../../src/checks/check-option.ts";
import { helmChartVersionUnpinned } from "../../src/checks/helm-chart-version-unpinned.ts";
import { helmInstallNotIdempotent } from "../../src/checks/helm-install-not-idempotent.ts";
import type { Edit } from "../../src/core/finding.ts";
import type { InstallScript, Stack } from "../../src/stack/stack.ts";
import { emptyStack, subjectOf } from "./subject.ts";

type Helm = NonNullable<InstallScript["helm"]>;

const chart = "prometheus-community/kube-prometheus-stack";
const documented = `#!/bin/sh
helm repo add prometheus-community https://prometheus-community.github.io/helm-charts
helm install prometheus-stack ${chart} \\
    --namespace monitoring
`;

const file = "stack/upstream/install.sh";

/** Where the chart, or the variable that stands for it, is written. */
const chartPlace = (text: string): Helm["places"] => {
  const lines = text.split("\n");
  const line = lines.findIndex((one, index) => index > 1 && /"?(?:\$CHART|prometheus-community\/)/.test(one));
  const [word = ""] = /"?(?:\$CHART|prometheus-community\/[\w-]+)"?/.exec(lines[line] ?? "") ?? [];
  const column = (lines[line] ?? "").indexOf(word) + 1;
  return { chart: { file, line: line + 1, column, endLine: line + 1, endColumn: column + word.length } };
};

const findIn = (check: Check, text: string, helm: Partial<Helm> = {}, stack: Partial<Stack> = {}) => {
  const install: InstallScript = {
    file,
    text,
    otherCharts: [],
    repositories: {},
    helm: {
      at: { file, line: 3, column: 1 },
      places: chartPlace(text),
      command: "install",
      releaseName: "prometheus-stack",
      chart,
      version: null,
      repository: "https://prometheus-community.github.io/helm-charts",
      namespace: "monitoring",
      createNamespace: false,
      valueFiles: [],
      sets: [],
      ...helm,
    },
    unclear: [],
  };
  return [...check.find(subjectOf({ stack: { ...emptyStack, install, ...stack } }), checkOptions({}))];
};

const editsOf = (...args: Parameters<typeof findIn>): readonly Edit[] => findIn(...args)[0]?.fix?.edits ?? [];

describe("the edit that pins the chart's version", () => {
  test("puts the version behind the chart, whatever follows in the line", () => {
    expect(editsOf(helmChartVersionUnpinned, documented)).toEqual([
      {
        file: "stack/upstream/install.sh",
        startLine: 3,
        endLine: 3,
        text: `helm install prometheus-stack ${chart} --version 88.5.3 \\`,
      },
    ]);
  });

  test("is made on the line of a longer command that names the chart", () => {
    const text = `\n\nhelm upgrade --install x \\\n  "${chart}"\n`;
    expect(editsOf(helmChartVersionUnpinned, text)).toEqual([
      { file: "stack/upstream/install.sh", startLine: 4, endLine: 4, text: `  "${chart}" --version 88.5.3` },
    ]);
  });

  test("is made behind a variable too", () => {
    expect(editsOf(helmChartVersionUnpinned, '\n\nhelm install x "$CHART" -n y\n')[0]?.text).toBe(
      'helm install x "$CHART" --version 88.5.3 -n y',
    );
  });

  test("names no version where an input names another chart", () => {
    const release = { ...emptyStack.release, chart: { value: "charts/own", from: "input" as const } };
    const [problem] = findIn(helmChartVersionUnpinned, documented, {}, { release });
    expect(problem?.fix).toEqual({ description: "Pin the version that you have tested: --version X.Y.Z", edits: [] });
  });

  test("is not asked for where an input pins it", () => {
    const release = { ...emptyStack.release, version: { value: "88.5.3", from: "input" as const } };
    expect(findIn(helmChartVersionUnpinned, documented, {}, { release })).toEqual([]);
  });

  test("is left to a person where a range stands elsewhere in the command", () => {
    expect(findIn(helmChartVersionUnpinned, documented, { version: "88.x" })).toHaveLength(1);
    expect(editsOf(helmChartVersionUnpinned, documented, { version: "88.x" })).toEqual([]);
  });

  test.each([
    ["a range", { version: "^88.0.0" }, 1],
    ["a wildcard", { version: "88.x" }, 1],
    ["an exact version", { version: "88.5.3" }, 0],
    ["an exact pre-release", { version: "v1.0.0-rc.1" }, 0],
    ["a digest", { chart: "oci://ghcr.io/x/kube-prometheus-stack@sha256:0a", repository: null }, 0],
    ["an OCI chart without a version", { chart: "oci://ghcr.io/x/kube-prometheus-stack", repository: null }, 1],
    ["a folder", { chart: "./charts/kube-prometheus-stack", repository: null }, 0],
  ])("%s", (_, helm, problems) => {
    expect(findIn(helmChartVersionUnpinned, documented, helm)).toHaveLength(problems);
  });
});

describe("the edit that makes the installation repeatable", () => {
  test("replaces the command and leaves the rest of the line", () => {
    expect(editsOf(helmInstallNotIdempotent, documented)).toEqual([
      {
        file: "stack/upstream/install.sh",
        startLine: 3,
        endLine: 3,
        text: `helm upgrade --install prometheus-stack ${chart} \\`,
      },
    ]);
  });

  test("is made for a bare upgrade too", () => {
    const edits = editsOf(helmInstallNotIdempotent, "\n\nhelm  upgrade x y\n", { command: "upgrade" });
    expect(edits.map(({ text }) => text)).toEqual(["helm upgrade --install x y"]);
  });

  test("is left to a person where the command has flags that only install takes", () => {
    const text = `\n\nhelm install --generate-name \\\n ${chart}\n`;
    expect(findIn(helmInstallNotIdempotent, text)).toHaveLength(1);
    expect(editsOf(helmInstallNotIdempotent, text)).toEqual([]);
  });
});
