// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the references are Grafana's, and quoted as such
import { describe, expect, test } from "vitest";
import { usedExpressions } from "../../../src/signal/all-expressions.ts";
import { resolveSignals } from "../../../src/signal/resolve-signals.ts";
import type { UsedExpression } from "../../../src/signal/series/used-expression.ts";
import { parseYaml } from "../../../src/text/parse-yaml.ts";
import { emptyStack, manifestsOf, noExporter, renderOf } from "../../checks/subject.ts";

const file = "stack/overlays/alerting/manifest.yaml";

const usedIn = (text: string): readonly UsedExpression[] => {
  const stack = { ...emptyStack, files: [parseYaml(text, file)] };
  return usedExpressions(resolveSignals(stack, renderOf({ overlay: manifestsOf(text) }), [], noExporter));
};

/** Every occurrence of `word` in the expression becomes `put`. */
const replaced = ({ expression, edits }: UsedExpression, word: string, put: string) =>
  edits(
    [...expression.text.matchAll(new RegExp(word, "g"))].map(({ index }) => ({
      from: index,
      to: index + word.length,
      text: put,
    })),
  );

const rules = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: gpu, namespace: monitoring}
spec:
  groups:
    - name: gpu
      rules:
        - alert: Hot
          expr: |-
            DCGM_FI_DEV_GPU_TEMP > 85 and DCGM_FI_DEV_GPU_TEMP < 200
              or DCGM_FI_DEV_GPU_TEMP == 0
`;

test("changes of a rule's expression, several on one line", () => {
  const [hot, ...others] = usedIn(rules);
  expect(others).toEqual([]);
  if (hot === undefined) throw new Error("no expression");
  expect([hot.kind, hot.subject]).toEqual(["alert", "alert Hot in PrometheusRule monitoring/gpu"]);
  expect(replaced(hot, "DCGM_FI_DEV_GPU_TEMP", "T")).toEqual([
    { file, startLine: 10, endLine: 10, text: "            T > 85 and T < 200" },
    { file, startLine: 11, endLine: 11, text: "              or T == 0" },
  ]);
});

describe("a dashboard's", () => {
  const panel = {
    title: "Heat",
    targets: [{ expr: 'max(temp{host=~"$host"}) by (gpu) / rate(temp[$__rate_interval])' }],
  };
  const dashboard = {
    title: "GPUs",
    uid: "gpus",
    templating: { list: [{ name: "host", type: "query", query: 'label_values(temp{a="b"}, host)' }] },
    panels: [panel],
  };
  const text = `apiVersion: v1
kind: ConfigMap
metadata: {name: gpus, namespace: monitoring, labels: {grafana_dashboard: "1"}}
data:
  gpus.json: |
    ${JSON.stringify(dashboard)}
`;
  const used = usedIn(text);

  test("queries are named by what holds them", () => {
    expect(used.map(({ kind, subject }) => [kind, subject])).toEqual([
      ["variable", 'variable host of dashboard "GPUs"'],
      ["panel", 'panel "Heat" of dashboard "GPUs"'],
    ]);
  });

  test.for([0, 1])("query %i changes in its JSON, behind escapes and variables", (index) => {
    const one = used[index];
    if (one === undefined) throw new Error("no expression");
    const [edit, ...others] = replaced(one, "temp", "heat");
    expect(others).toEqual([]);
    const wanted = structuredClone(dashboard);
    const swap = (value: string) => value.replaceAll("temp", "heat");
    if (index === 1) for (const target of wanted.panels[0]?.targets ?? []) target.expr = swap(target.expr);
    else for (const variable of wanted.templating.list) variable.query = swap(variable.query);
    expect(edit).toEqual({ file, startLine: 6, endLine: 6, text: `    ${JSON.stringify(wanted)}` });
  });

  test("parts are found where they are written", () => {
    const span = { from: used[1]?.expression.text.lastIndexOf("temp") ?? 0, to: 0 };
    const at = used[1]?.at({ from: span.from, to: span.from + 4 });
    expect(text.split("\n")[5]?.slice((at?.column ?? 1) - 1, (at?.endColumn ?? 1) - 1)).toBe("temp");
    expect(at?.column).toBe((text.split("\n")[5]?.lastIndexOf("temp") ?? 0) + 1);
  });
});
