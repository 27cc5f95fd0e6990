import { templateActions } from "../../src/checks/template-actions.ts";
import { parseCounterList } from "../../src/dcgm/counter-list.ts";
import { unitOf } from "../../src/dcgm/metric-unit.ts";
import { metricWords } from "../../src/inventory/gpu-metric.ts";
import { objectsIn, parseDocuments } from "../../src/kubernetes/kubernetes-yaml.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";
import { unquote } from "../../src/promql/unquote.ts";
import { explainFailure } from "../../src/proof/test-failure.ts";
import { splitDocuments, splitHelmOutput } from "../../src/render/chart/split-helm-output.ts";
import { stripOrigin } from "../../src/render/kustomize/origin-annotation.ts";
import { code, fenced, text as markdown } from "../../src/report/summary/markdown.ts";
import { parseMatchers } from "../../src/signal/alertmanager/parse-matchers.ts";
import { readAlertmanagerConfig } from "../../src/signal/alertmanager/read-alertmanager-config.ts";
import { promqlIn } from "../../src/signal/dashboards/dashboard-promql.ts";
import { hasVariable, substituted } from "../../src/signal/dashboards/grafana-variables.ts";
import { parseInstallScript } from "../../src/stack/install/parse-install-script.ts";
import { suppressionComments } from "../../src/stack/suppression-comments.ts";
import { ruleError } from "../../src/validate/promtool/rule-error.ts";
import { emptyStack } from "../../test/checks/subject.ts";
import type { GrowthCase } from "./measure-growth.ts";

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");

/** One pass over each of the texts, which are of a kind that is bad for some way to do it. */
const over = (
  pass: string,
  run: (text: string) => unknown,
  size: number,
  texts: Readonly<Record<string, (size: number) => string>>,
): readonly GrowthCase[] =>
  Object.entries(texts).map(([name, text]) => ({
    name: `${pass}: ${name}`,
    size,
    prepare: (n) => {
      const source = text(n);
      return () => run(source);
    },
  }));

const expression = (text: string): unknown => readExpression(text);
const script = (text: string): unknown => parseInstallScript(text, "stack/upstream/install.sh", "stack");
const comments = (text: string): unknown =>
  suppressionComments({ ...emptyStack, files: [{ file: "a.yaml", text, documents: [], errors: [] }] });

/** Passes over one text. */
export const textCases: readonly GrowthCase[] = [
  ...over("template", templateActions, 2000, {
    "opened again and again": (n) => "{{ ".repeat(n),
    blanks: (n) => `{{${" ".repeat(n)}x${" ".repeat(n)}`,
    dashes: (n) => `{{${"- ".repeat(n)}`,
    actions: (n) => "{{ $labels.x }}".repeat(n),
  }),
  ...over("metric words", metricWords, 2000, {
    strings: (n) => '{"a"} '.repeat(n),
    "quotes with backslashes": (n) => 'x\\"\\'.repeat(n),
    "blanks before a string": (n) => `${"{ ".repeat(n)}"a"`,
    "opened lists": (n) => "on(".repeat(n),
    "opened braces": (n) => "{".repeat(n),
  }),
  ...over("PromQL", expression, 500, {
    "a long sum": (n) => `a${" + a".repeat(n)}`,
    "many parentheses": (n) => `${"(".repeat(n)}a${")".repeat(n)}`,
    "opened parentheses": (n) => "(".repeat(n),
    "many matchers": (n) => `a{${lines(n, (at) => `l${at}="x",`)}}`,
    "many signs": (n) => `${"-".repeat(n)}a`,
    "a long string": (n) => `a{b="${"\\n".repeat(n)}"}`,
    "an open string": (n) => `a{b="${"x".repeat(n)}`,
    "subqueries in subqueries": (n) => `${"max_over_time(".repeat(n)}a${"[5m:1m])".repeat(n)}`,
    "many arguments": (n) => `label_join(a, "b", "c"${', "d"'.repeat(n)})`,
    comments: (n) => "# a\n".repeat(n),
  }),
  ...over("PromQL string", unquote, 2000, {
    backslashes: (n) => `"${"\\\\".repeat(n)}"`,
    "code points": (n) => `"${"\\u0041".repeat(n)}"`,
  }),
  ...over(
    "dashboard query",
    (text) => [promqlIn({ text, kind: "variable" }), substituted(text).written({ from: 0, to: 1 })],
    1000,
    {
      "label_values with blanks": (n) => `label_values(${" ".repeat(n)}a`,
      "label_values with commas": (n) => `label_values(${"a,".repeat(n)}`,
      "open references": (n) => "${a.".repeat(n),
      "open brackets": (n) => "[[a:".repeat(n),
      "quotes with references": (n) => `$x "[[E:\\`.repeat(n),
      offsets: (n) => `$x offset${" ".repeat(n)}`,
    },
  ),
  {
    name: "dashboard query: places of references",
    size: 500,
    prepare: (n) => {
      const text = "$abc + ".repeat(n);
      return () => {
        const { written } = substituted(text);
        for (let at = 0; at < n; at += 1) written({ from: 7 * at, to: 7 * at + 4 });
      };
    },
  },
  ...over("variables", hasVariable, 2000, { dollars: (n) => "$".repeat(n), "open braces": (n) => "${a:".repeat(n) }),
  ...over("matchers", parseMatchers, 1000, {
    "many of them": (n) => `{${'a="b",'.repeat(n)}}`,
    blanks: (n) => `a=${" ".repeat(n)}b${" ".repeat(n)}!~`,
    "blanks of Unicode": (n) => `a=b${"\u2003".repeat(n)}c`,
    "quotes and backslashes": (n) => `a="${'\\"'.repeat(n)}`,
    commas: (n) => ",".repeat(n),
  }),
  ...over("Alertmanager's configuration", (text) => readAlertmanagerConfig(text), 100, {
    receivers: (n) => `route: {receiver: r0}\nreceivers:\n${lines(n, (at) => `- name: r${at}`)}`,
    routes: (n) =>
      `route:\n  receiver: r0\n  routes:\n${lines(n, (at) => `  - {receiver: r0, matchers: ['a="${at}"']}`)}\nreceivers: [{name: r0}]`,
    "time intervals": (n) =>
      `route: {receiver: r0}\nreceivers: [{name: r0}]\ntime_intervals:\n${lines(n, (at) => `- {name: t${at}, time_intervals: []}`)}`,
  }),
  ...over("counter list", parseCounterList, 500, {
    rows: (n) => "DCGM_FI_DEV_GPU_TEMP, gauge, GPU temperature (in C).\n".repeat(n),
    commas: (n) => ",".repeat(n),
    quotes: (n) => `"${'""'.repeat(n)}`,
    blanks: (n) => `DCGM_FI_DEV_GPU_TEMP, gauge, a${" ".repeat(n)}b`,
  }),
  ...over("unit in a help text", (text) => unitOf("x", text), 2000, {
    blanks: (n) => `(in ${" ".repeat(n)}`,
    "opened parentheses": (n) => "(".repeat(n),
  }),
  ...over("helm's output", (text) => [splitHelmOutput(text), splitDocuments(text)], 1000, {
    documents: (n) => "---\n# Source: a/templates/x.yaml\na: 1\n".repeat(n),
    "blank lines": (n) => `${"\n".repeat(n)}#\n`,
    "comments alone": (n) => "# a\n".repeat(n),
  }),
  ...over("rendered YAML", (text) => parseDocuments(text).flatMap(objectsIn), 500, {
    "a mapping": (n) => lines(n, (at) => `k${at}: ${at}`),
    "many documents": (n) => "---\nkind: A\n".repeat(n),
  }),
  ...over("origin of an object", stripOrigin, 1000, {
    metadata: (n) => "metadata:\n".repeat(n),
    annotations: (n) => `metadata:\n  annotations:\n${"    a: b\n".repeat(n)}`,
  }),
  ...over("install.sh", script, 100, {
    assignments: (n) => lines(n, (at) => `A${at}=x`),
    "one variable that grows": (n) => `A=x\n${"A=$A$A\n".repeat(n)}`,
    "many words": (n) => `helm install a b ${"--set a=b ".repeat(n)}`,
    "helm again and again": (n) => "stall\thelm\tl".repeat(n),
    loops: (n) => `for a in ${"x ".repeat(n)}; do echo $a; done`,
    comments: (n) => "# helm\n".repeat(n),
    quotes: (n) => `echo ${"'a' ".repeat(n)}`,
    "opened quotes": (n) => `echo "${'\\"'.repeat(n)}`,
    functions: (n) => lines(n, (at) => `f${at}() { echo; }; f${at}`),
    "opened parentheses": (n) => "$(".repeat(n),
  }),
  ...over("suppression comments", comments, 1000, {
    "one a line": (n) => "# prometheus-stack: ignore a-b -- why\n".repeat(n),
    blanks: (n) => `a # prometheus-stack: ignore ${" ".repeat(n)}x${" ".repeat(n)}\u2028`,
    "blanks and numbers signs": (n) => `${" #".repeat(n)} prometheus-stack:`,
    names: (n) => `# prometheus-stack: ignore ${"a , ".repeat(n)}`,
  }),
  ...over("Markdown", (text) => [markdown(text), code(text), fenced(text)], 2000, {
    blanks: (n) => `a${" ".repeat(n)}b`,
    "blank lines": (n) => "\n \n".repeat(n),
    backticks: (n) => "` ".repeat(n),
    "special characters": (n) => "<&*_[]()!#".repeat(n),
  }),
  ...over("promtool's failed test", explainFailure, 1000, {
    alerts: (n) =>
      `FAILED:\n    alertname: a, time: 1m,\n        exp:[\n${lines(n, (at) => `            ${at}:\n              Labels:{a="${at}"}\n              Annotations:{}`)}\n            ],\n        got:[\n]`,
    "opened labels": (n) => `exp:[${"Labels:{".repeat(n)}],\ngot:[]`,
    "exp again and again": (n) => `${"exp:[".repeat(n)}\n`,
    "blank lines": (n) => `FAILED:\n${"\n".repeat(n)}exp: a\n`,
  }),
  ...over("promtool's rule error", (text) => ruleError(text, {}, []), 1000, {
    "blank lines": (n) => `yaml: ${"\n".repeat(n)}x`,
    positions: (n) => "1:1: ".repeat(n),
    quotes: (n) => `group "${'\\"'.repeat(n)}`,
  }),
];
