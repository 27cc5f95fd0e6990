import { describe, expect, test } from "vitest";
import { checks } from "../../../src/checks/index.ts";
import { absenceAt } from "../../../src/checks/problem/absence.ts";
import { runChecks } from "../../../src/policy/run-checks.ts";
import type { Kustomization, Stack } from "../../../src/stack/stack.ts";
import { parseYaml } from "../../../src/text/parse-yaml.ts";
import { emptyStack, manifestsOf, renderOf, subjectOf } from "../subject.ts";

const kustomization = (folder: string, text: string, layer: "base" | "overlay" = "overlay"): Kustomization => ({
  folder,
  root: folder,
  file: `${folder}/kustomization.yaml`,
  layer,
  yaml: parseYaml(text, `${folder}/kustomization.yaml`),
  kind: "Kustomization",
  references: [],
  build: { own: new Map(), plugins: new Map(), broken: null },
});

const base = kustomization("stack/base", "resources: []", "base");
const alerting = kustomization("stack/overlays/alerting", "namespace: x\nresources: []");
const dashboards = kustomization("stack/overlays/dashboards", "namespace: x\n\nconfigMapGenerator: []");
const stackOf = (overlays: readonly Kustomization[], more: Partial<Stack> = {}): Stack => ({
  ...emptyStack,
  overlays,
  kustomizations: overlays,
  ...more,
});

describe("an absence points at", () => {
  test.each([
    ["the list of the overlay that lacks it", stackOf([alerting, dashboards]), dashboards.file, 3],
    ["the first overlay where none is named so", stackOf([alerting]), alerting.file, 2],
    ["the base where there is no overlay", stackOf([], { base, kustomizations: [base] }), base.file, 1],
  ])("%s", (_, stack, file, line) => {
    expect(absenceAt(stack, "dashboards")).toMatchObject({ file, line });
  });

  test("an overlay of another run only where this run has none", () => {
    const stack = stackOf([alerting], { kustomizations: [alerting, dashboards] });
    expect(absenceAt(stack, "dashboards")).toMatchObject({ file: dashboards.file });
    expect(absenceAt(stack, "servicemonitors")).toMatchObject({ file: alerting.file });
  });
});

describe("nothing is called absent", () => {
  const absences = [
    "component-missing",
    "dcgm-servicemonitor-missing",
    "default-dashboard-missing",
    "gpu-rules-missing",
  ];
  const told = (render: ReturnType<typeof renderOf>) => {
    const { findings, notRun } = runChecks(subjectOf({ render }), new Map(), checks);
    return {
      found: absences.filter((id) => findings.some(({ check }) => check === id)),
      notRun: absences.filter((id) => notRun.some(({ check }) => check === id)),
    };
  };

  test("unless all was rendered", () => {
    expect(told(renderOf({}))).toMatchObject({ notRun: [] });
    const at = { file: "a", line: 1, column: 1 };
    const whole = renderOf({});
    const error = { message: "does not build", at };
    expect(told({ ...whole, roots: whole.roots.map((root) => ({ ...root, error })) })).toEqual({
      found: [],
      notRun: absences,
    });
    expect(told({ ...whole, chart: { ...whole.chart, error } })).toEqual({ found: [], notRun: absences });
  });

  test("among dashboards where Grafana downloads some itself", () => {
    const download = `
apiVersion: v1
kind: ConfigMap
metadata: {name: grafana}
data:
  download_dashboards.sh: curl -skf https://grafana.com/api/dashboards/12239/revisions/2/download`;
    expect(told(renderOf({ overlay: manifestsOf(download) })).notRun).toEqual(["default-dashboard-missing"]);
  });
});
