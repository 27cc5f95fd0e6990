import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { runAlertTests } from "../../src/proof/alert-tests.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { emptyStack } from "../checks/subject.ts";
import { realOutside } from "../validate/real-outside.ts";
import { manifestOf } from "../validate/schemas/manifest-of.ts";

let outside: Outside & { close(): Promise<void> };
beforeAll(async () => {
  outside = await realOutside();
});
afterAll(() => outside.close());

const hot = {
  alert: "Hot",
  expr: "temp > 80",
  for: "5m",
  labels: { severity: "warning" },
  annotations: { summary: "It is hot." },
};
const object = (name: string, ...rules: readonly JsonObject[]) =>
  manifestOf(
    JSON.stringify({
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name },
      spec: { groups: [{ name: "gpu", rules }] },
    }),
  );
const run = async (text: string, ...manifests: readonly ReturnType<typeof object>[]) => {
  const stack = { ...emptyStack, files: [parseYaml(text, "stack/base/hot.test.yaml")] };
  const verdicts = manifests.map((manifest) => ({ manifest, rules: 1, errors: [] }));
  const [result] = await runAlertTests(stack, verdicts, manifests, outside);
  return result;
};
const told = async (text: string, ...manifests: readonly ReturnType<typeof object>[]) =>
  (await run(text, ...manifests))?.failures.map(({ at, message }) => `${at.line}: ${message}`);

const cases = (...tests: readonly string[]): string => `rule_files: [a.yaml]
tests:
  - interval: 1m
    input_series: [{ series: 'temp{gpu="0"}', values: 90x20 }]
    alert_rule_test:
${tests.map((one) => `      - { alertname: Hot, ${one} }`).join("\n")}
`;
const labels = "exp_labels: { severity: warning, gpu: '0' }";
const annotations = "exp_annotations: { summary: It is hot. }";

test("passes what passes, and counts it by alert", async () => {
  const text = cases("eval_time: 4m", `eval_time: 5m, exp_alerts: [{ ${labels}, ${annotations} }]`);
  expect(await run(text, object("a", hot))).toEqual({
    file: "stack/base/hot.test.yaml",
    alerts: [
      { alert: "Hot", passed: true },
      { alert: "Hot", passed: true },
    ],
    failures: [],
  });
});

test("says of each failed case what was expected and what came", async () => {
  const text = cases(
    "eval_time: 5m",
    `eval_time: 4m, exp_alerts: [{ ${labels} }]`,
    `eval_time: 6m, exp_alerts: [{ ${labels} }]`,
    `eval_time: 7m, exp_alerts: [{ exp_labels: { severity: critical }, ${annotations} }]`,
    `eval_time: 8m, exp_alerts: [{ ${labels}, ${annotations} }]`,
  );
  expect(await told(text, object("a", hot))).toEqual([
    '6: alert Hot at 5m (test group 1): no alert was expected, but it fires with {gpu="0", severity="warning"}',
    '7: alert Hot at 4m (test group 1): it was expected to fire with {gpu="0", severity="warning"}, but does not',
    '8: alert Hot at 6m (test group 1): expected {}, got {summary="It is hot."}',
    '9: alert Hot at 7m (test group 1): expected {severity="critical"}, got {gpu="0", severity="warning"}',
  ]);
});

test("of a file that fails each case is run with what its scalars say, not with what they could mean", async () => {
  const text = cases("eval_time: 5m", `eval_time: 8m, exp_alerts: [{ ${labels}, ${annotations} }]`)
    // No hexadecimal 153, but a hundred samples of 0; and a label 010, which is no number either.
    .replace(
      "90x20 }",
      `90x20 }, { series: 'temp{gpu="1"}', values: 0x99 }, { series: 'temp{gpu="010"}', values: 90x20 }`,
    )
    .replace(
      `${annotations} }] }`,
      `${annotations} }, { exp_labels: { severity: warning, gpu: 010 }, ${annotations} }] }`,
    );
  const [first, ...others] = (await told(text, object("a", hot))) ?? [];
  expect(first).toMatch(/^6: alert Hot at 5m \(test group 1\): no alert was expected, but it fires with /);
  expect(others).toEqual([]);
});

test("a case with what stands under an anchor of another one is run as well", async () => {
  const text = cases(
    `eval_time: 5m, exp_alerts: &hot [{ ${labels}, ${annotations} }]`,
    "eval_time: 8m, exp_alerts: *hot",
  ).concat("      - { alertname: Hot, eval_time: 9m }\n");
  expect(await told(text, object("a", hot))).toEqual([
    expect.stringMatching(/^8: alert Hot at 9m \(test group 1\): no alert was expected/),
  ]);
});

test("an object that two overlays build, or that stands there under two names, is one", async () => {
  const text = cases(`eval_time: 5m, exp_alerts: [{ ${labels}, ${annotations} }]`);
  const old = { ...hot, expr: "temp > 70" };
  expect(await told(text, object("a", old), object("a", hot), object("b", hot))).toEqual([]);
});

test("what promtool cannot read is told with its words, once a group", async () => {
  const broken = `rule_files: []
tests:
  - interval: 1m
    input_series: [{ series: 'temp{', values: 90x20 }]
    alert_rule_test: [{ alertname: Hot, eval_time: 5m }]
`;
  const messages = (await told(broken, object("a", hot))) ?? [];
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^3: test group 1: .*parse error/);
  expect(await told("rule_files: []\ntest: []\n", object("a", hot))).toEqual([
    expect.stringMatching(/^1: .*field test not found/),
  ]);
});

test("a series of millions of samples is not run", async () => {
  const text = cases("eval_time: 4m").replace("90x20", "90x20000000");
  expect(await told(text, object("a", hot))).toEqual([expect.stringContaining("was not run")]);
});
