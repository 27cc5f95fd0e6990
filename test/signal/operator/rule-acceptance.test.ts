import { describe, expect, it } from "vitest";
import { operatorRelease } from "../../../src/signal/operator/operator-release.ts";
import { ruleAcceptanceHop, ruleOutcome } from "../../../src/signal/operator/rule-acceptance.ts";
import type { RuleError, RuleVerdict } from "../../../src/validate/promtool/rule-verdict.ts";
import { overlayFile, the, worldOf } from "../world-of.ts";

const prometheus = (spec = "") =>
  `apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {name: main, namespace: monitoring}\nspec: {version: v3.14.0, ruleSelector: {}${spec}}\n`;
const webhook = (fields = "", service = "operator") => `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: admission}
webhooks:
  - name: alertmanagerconfigs
    rules: [{apiGroups: [monitoring.coreos.com], resources: [alertmanagerconfigs]}]
    clientConfig: {service: {name: other, namespace: monitoring}}
  - failurePolicy: Ignore
    rules: [{apiGroups: [monitoring.coreos.com], resources: [prometheusrules]}]
    clientConfig: {service: {name: operator, namespace: monitoring}}
    ${fields}
---
apiVersion: v1
kind: Service
metadata: {name: ${service}, namespace: monitoring}
`;
const ruleOf = (rule: string, group = "") => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: gpu, namespace: monitoring}
spec:
  groups:
    - name: gpu
      ${group}
      rules:
        - {${rule}}
`;
const good = "alert: Hot, expr: DCGM_FI_DEV_GPU_TEMP > 85, labels: {severity: critical}";
const syntax: RuleError = {
  path: ["spec", "groups", 0, "rules", 0, "expr"],
  message: "unclosed left parenthesis.",
  about: "expression",
};

const judge = (tree: string, chart: string, errors: readonly RuleError[] | undefined = []) => {
  const world = worldOf({ chart, tree });
  const rule = the(world, "PrometheusRule");
  const manifest = rule.manifest;
  if (manifest === null) throw new Error("the rule is not of the tree");
  const verdict: RuleVerdict = { manifest, rules: 1, errors };
  const outcome = (answers?: boolean) => ruleOutcome(rule, verdict, world, answers);
  return { hop: ruleAcceptanceHop(rule, verdict, world), outcome, world, rule };
};

describe("the three outcomes of a PrometheusRule", () => {
  it.each([
    ["good, webhook", [], webhook(), "loaded", "loaded", "loaded"],
    ["good, no webhook", [], "", "loaded", "loaded", "loaded"],
    ["bad, webhook", [syntax], webhook(), "rejected-at-apply", "rejected-at-apply", "silently-dropped"],
    ["bad, no webhook", [syntax], "", "silently-dropped", "silently-dropped", "silently-dropped"],
    [
      "bad, webhook without its Service",
      [syntax],
      webhook("", "none"),
      "silently-dropped",
      "rejected-at-apply",
      "silently-dropped",
    ],
    [
      "good, failurePolicy Fail",
      [],
      webhook().replace("failurePolicy: Ignore", "failurePolicy: Fail"),
      "loaded",
      "loaded",
      "rejected-at-apply",
    ],
    [
      "bad, webhook for others",
      [syntax],
      webhook("objectSelector: {matchLabels: {a: b}}"),
      "silently-dropped",
      "silently-dropped",
      "silently-dropped",
    ],
    [
      "bad, webhook for all",
      [syntax],
      webhook("objectSelector: {}"),
      "rejected-at-apply",
      "rejected-at-apply",
      "silently-dropped",
    ],
    [
      "bad, webhook for other namespaces",
      [syntax],
      webhook("namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: x}}"),
      "silently-dropped",
      "silently-dropped",
      "silently-dropped",
    ],
  ])("%s", (_, errors, chart, rendered, reachable, unreachable) => {
    const { outcome } = judge(ruleOf(good), prometheus() + chart, errors);
    expect([outcome(), outcome(true), outcome(false)]).toEqual([rendered, reachable, unreachable]);
  });

  it("are told, all or nothing, at the line of the fault", () => {
    const second: RuleError = { ...syntax, about: "template", message: "bad template" };
    const denied = judge(ruleOf(good), prometheus() + webhook(), [syntax, second]).hop;
    expect(denied).toEqual({
      hop: "operator-accepts-rule",
      status: "broken",
      why: "unclosed left parenthesis (and 1 more): the operator's webhook refuses the object when it is applied, and not one rule of the object is loaded. While the webhook does not answer, the object is applied without an error, and dropped all the same.",
      at: expect.objectContaining({ file: overlayFile, line: 9 }),
      check: "promql-syntax-error",
    });
    const dropped = judge(ruleOf(good), prometheus(), [second]).hop;
    expect(dropped).toMatchObject({
      status: "broken",
      check: "alert-template-invalid",
      why: expect.stringContaining("no error is shown when it is applied"),
    });
    expect(judge(ruleOf(good), prometheus()).hop).toMatchObject({ status: "ok" });
  });

  it("are unknown where promtool did not judge", () => {
    const { rule, world } = judge(ruleOf(good), prometheus());
    expect(ruleAcceptanceHop(rule, undefined, world)).toMatchObject({ status: "unknown" });
    expect(ruleOutcome(rule, undefined, world)).toBeUndefined();
  });

  it.each([
    ["a group twice", `${ruleOf(good)}    - {name: gpu, rules: []}\n`, 'the group name "gpu" stands twice'],
    ["a duration", ruleOf(`${good}, for: 5 minutes`), 'for "5 minutes" is no duration'],
    ["an interval", ruleOf(good, "interval: 1x"), 'interval "1x" is no duration'],
    ["a number as label", ruleOf("alert: Hot, expr: up, labels: {priority: 1}"), "the value of priority is no string"],
  ])("leave no choice where the schema refuses %s", (_, tree, says) => {
    const { hop, outcome } = judge(tree, prometheus());
    expect([outcome(true), outcome(false)]).toEqual(["rejected-at-apply", "rejected-at-apply"]);
    expect(hop).toMatchObject({
      status: "broken",
      check: "kubernetes-schema-invalid",
      why: expect.stringContaining(says),
    });
  });

  it.each([
    ["for", ruleOf(`${good}, for: ''`), ["spec", "groups", 0, "rules", 0, "for"]],
    ["interval", ruleOf(good, "interval: ''"), ["spec", "groups", 0, "interval"]],
  ])("stop Prometheus itself where %s is empty: webhook and operator let it pass", (_, tree, path) => {
    const empty: RuleError = { path, message: "empty duration string", about: "field" };
    const { hop, outcome } = judge(tree, prometheus() + webhook(), [empty]);
    expect([outcome(true), outcome(false)]).toEqual(["breaks-prometheus", "breaks-prometheus"]);
    expect(hop).toMatchObject({
      status: "broken",
      check: "rule-field-invalid",
      why: expect.stringContaining("does not start again"),
    });
    expect(judge(tree, prometheus() + webhook(), [empty, syntax]).outcome(false)).toBe("silently-dropped");
  });

  it.each([
    ["keep_firing_for", "v2.41.0", "v2.42.0", ["rules", 0, "keep_firing_for"]],
    ["query_offset", "v2.52.0", "v2.53.0", ["query_offset"]],
    ["limit", "v2.30.0", "v2.31.0", ["limit"]],
  ])("are the webhook's alone for a wrong %s, which the operator takes out for Prometheus %s", (_, old, young, at) => {
    const wrong: RuleError = { path: ["spec", "groups", 0, ...at], message: "invalid field", about: "field" };
    const outcomeOf = (version: string) =>
      judge(ruleOf(good), prometheus().replace("v3.14.0", version) + webhook(), [wrong]).outcome;
    expect([outcomeOf(old)(true), outcomeOf(old)(false)]).toEqual(["rejected-at-apply", "loaded"]);
    expect([outcomeOf(young)(true), outcomeOf(young)(false)]).toEqual(["rejected-at-apply", "silently-dropped"]);
  });

  it.each([
    ["a label", "alert: Hot, expr: up, labels: {gpu.model: x}"],
    ["an annotation", "alert: Hot, expr: up, annotations: {a-b: x}"],
    ["a record", "record: gpu.hot, expr: up"],
  ])("differ for %s with a UTF-8 name, which only the webhook refuses", (_, rule) => {
    const { outcome } = judge(ruleOf(rule), prometheus() + webhook());
    expect([outcome(true), outcome(false)]).toEqual(["rejected-at-apply", "loaded"]);
    const old = judge(ruleOf(rule), prometheus().replace("v3.14.0", "v2.55.1") + webhook());
    expect([old.outcome(true), old.outcome(false)]).toEqual(["rejected-at-apply", "silently-dropped"]);
    expect(judge(ruleOf(rule), prometheus()).hop.status).toBe("ok");
  });

  it.each([
    ["{alert: A, expr: 'sort_by_label(up, \"gpu\") > 0'}", true],
    ["{alert: A, expr: 'limitk by (gpu) (3, up) > 0'}", true],
    ["{alert: A, expr: 'up > 0 and step() > 1'}", true],
    ["{alert: A, expr: 'up{a=\"limitk(1)\"} > 0'}", false],
    ["{alert: A, expr: 'sum by (start, end) (up @ start()) > 0'}", false],
    ["{alert: A, expr: 'info > 0'}", false],
  ])("differ for %s where Prometheus has experimental functions switched on", (rule, experimental) => {
    const tree = ruleOf(rule.slice(1, -1));
    const on = ", enableFeatures: [promql-experimental-functions]";
    const { outcome } = judge(tree, prometheus(on) + webhook());
    expect([outcome(true), outcome(false)]).toEqual(
      experimental ? ["rejected-at-apply", "loaded"] : ["loaded", "loaded"],
    );
    const enforced = judge(tree, prometheus(`${on}, enforcedNamespaceLabel: namespace`) + webhook());
    expect(enforced.outcome(false)).toBe(experimental ? "silently-dropped" : "loaded");
  });

  it("are one for start_timestamp, which promtool 3.14 has behind a switch and the operator's 3.13 has not at all", () => {
    const tree = ruleOf("alert: A, expr: 'start_timestamp(up) > 0'");
    const on = judge(tree, prometheus(", enableFeatures: [promql-experimental-functions]") + webhook());
    expect([on.outcome(true), on.outcome(false)]).toEqual(["rejected-at-apply", "silently-dropped"]);
    expect(on.hop.why).toContain("start_timestamp() is unknown to the operator");
  });

  it("differ for first_over_time, which promtool 3.14 has for good and the operator's 3.13 has not", () => {
    const tree = ruleOf("alert: A, expr: 'first_over_time(up[5m]) > 0'");
    const operator = (tag: string) =>
      `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: operator}\nspec: {template: {spec: {containers: [{image: x/operator:${tag}, args: [--prometheus-config-reloader=x]}]}}}\n`;
    const { hop, outcome } = judge(tree, prometheus() + operator(`v${operatorRelease.version}`));
    expect([outcome(true), outcome(false)]).toEqual(["silently-dropped", "silently-dropped"]);
    expect(hop).toMatchObject({
      check: "promql-experimental-function",
      why: expect.stringContaining("first_over_time()"),
    });
    expect(judge(tree, prometheus() + operator("v0.95.0")).outcome()).toBe("loaded");
  });

  it("know the operator's limit of 512 KiB", () => {
    const rules = (count: number) =>
      `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: gpu, namespace: monitoring}\nspec:\n  groups:\n    - name: gpu\n      rules:\n${`        - {alert: Hot, expr: up > ${"1".repeat(1000)}}\n`.repeat(count)}`;
    // About 1,030 bytes each.
    expect(judge(rules(480), prometheus()).outcome()).toBe("loaded");
    const over = judge(rules(540), prometheus());
    expect(over.hop).toMatchObject({ status: "broken", check: "prometheusrule-too-large" });
    expect([over.outcome(true), over.outcome(false)]).toEqual(["silently-dropped", "silently-dropped"]);
    expect(judge(rules(508), prometheus()).hop).toMatchObject({
      status: "unknown",
      why: expect.stringContaining("too near"),
    });
  });
});
