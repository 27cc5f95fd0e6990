// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the references are Grafana's, and quoted as such
import { describe, expect, test } from "vitest";
import { readExpression } from "../../../src/promql/parse-expression.ts";
import { substituted, variableIn, variablesOf } from "../../../src/signal/dashboards/grafana-variables.ts";

describe("PromQL without Grafana's variables", () => {
  test.for([
    ["rate(a[$__rate_interval])", "rate(a[5m])"],
    ["rate(a[${__rate_interval}])", "rate(a[5m])"],
    ["max_over_time(a[$__range:$step])", "max_over_time(a[5m:5m])"],
    ["max_over_time(a[1h:${step}])", "max_over_time(a[1h:5m])"],
    ["a offset $shift", "a offset 5m"],
    ["a offset -${shift}", "a offset -5m"],
    ["a / $__interval_ms", "a / 300"],
    ["a * ${__range_s:raw}", "a * 300"],
    ['a{b=~"$c|${d:regex}"}', 'a{b=~"$c|${d:regex}"}'],
    ["a{b=~'[[c]]'}", "a{b=~'[[c]]'}"],
    ["sum by ($group) (a)", "sum by (__grafana_variable) (a)"],
    ["[[metric:raw]] > 1", "__grafana_variable > 1"],
    ["DCGM_FI_DEV_${field}_TOTAL", "DCGM_FI_DEV___grafana_variable_TOTAL"],
    ["a > 1", "a > 1"],
  ] as const)("%s", ([written, read]) => {
    expect(substituted(written).text).toBe(read);
    expect(readExpression(read).complete).toBe(true);
  });
});

test.for([
  ["$ds", "ds"],
  ["${ds}", "ds"],
  ["${ds:text}", "ds"],
  ["${ds.uid}", "ds"],
  ["[[ds]]", "ds"],
  [" ${DS_PROMETHEUS} ", "DS_PROMETHEUS"],
  ["prometheus", null],
  ["${ds}-eu", null],
  ["", null],
] as const)("the variable in %j", ([text, name]) => {
  expect(variableIn(text)).toBe(name);
});

test("the variables of both generations of the format", () => {
  const classic = variablesOf({ templating: { list: [{ name: "ds", type: "datasource", query: "prometheus" }] } });
  const v2 = variablesOf({ variables: [{ kind: "DatasourceVariable", spec: { name: "ds", pluginId: "prometheus" } }] });
  for (const variables of [classic, v2])
    expect(variables.get("ds")).toEqual({ name: "ds", type: "datasource", query: "prometheus" });
});
