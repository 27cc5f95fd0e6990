import { describe, expect, test } from "vitest";
import { hopOf, loudConfig } from "./alert-world.ts";

const temperature = "DCGM_FI_DEV_GPU_TEMP > 85";
const chartDefault = `
route: {receiver: "null"}
receivers: [{name: "null"}]
`;

const amConfig = (fields: { readonly namespace?: string; readonly labels?: string; readonly route?: string } = {}) => `
apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: {name: gpu, namespace: ${fields.namespace ?? "gpu-operator"}, labels: ${fields.labels ?? "{}"}}
spec:
  route: ${fields.route ?? "{receiver: chat}"}
  receivers: [{name: chat, slackConfigs: [{apiURL: {name: slack, key: url}}]}, {name: silent}]
`;

describe("route-reaches-receiver", () => {
  const hop = (options: Parameters<typeof hopOf>[2] = {}, expr = temperature) =>
    hopOf("route-reaches-receiver", expr, options);

  test("names receiver and integration", () => {
    expect(hop()).toEqual({
      hop: "route-reaches-receiver",
      status: "ok",
      why: "Alertmanager sends it to on-call (webhook).",
    });
  });

  test("the chart's default notifies nobody", () => {
    expect(hop({ config: chartDefault })).toMatchObject({
      status: "broken",
      why: 'Alertmanager monitoring/kps sends it to receiver "null", which notifies nobody.',
      at: { file: "stack/upstream/install.sh" },
      check: "alert-no-receiver",
    });
  });

  test("an empty Secret is the operator's own default; one that is not in the render is unknown", () => {
    expect(hop({ config: "" }).check).toBe("alert-no-receiver");
    expect(hop({ config: null })).toMatchObject({
      status: "unknown",
      why: "The configuration of Alertmanager monitoring/kps is not in sight: Secret alertmanager-kps is not in the render.",
    });
    expect(hop({ alertmanager: "configSecret: elsewhere" }).status).toBe("unknown");
  });

  test("configSecret names the Secret that counts", () => {
    const objects = `apiVersion: v1\nkind: Secret\nmetadata: {name: own, namespace: monitoring}\nstringData:\n  alertmanager.yaml: ${JSON.stringify(loudConfig)}`;
    expect(hop({ config: chartDefault, alertmanager: "configSecret: own", objects }).status).toBe("ok");
  });

  test("labels decide: the rule's, the series', the Prometheus'", () => {
    const config = (matcher: string) => `
route:
  receiver: "null"
  routes: [{receiver: mail, matchers: ['${matcher}']}]
receivers: [{name: "null"}, {name: mail, webhook_configs: [{url: "http://127.0.0.1:9/"}]}]`;
    const status = (matcher: string, options = {}) => hop({ config: config(matcher), ...options }).status;
    expect(status("severity=warning")).toBe("ok");
    expect(status("severity=critical")).toBe("broken");
    expect(status("alertname=Test")).toBe("ok");
    expect(status("namespace=gpu-operator")).toBe("ok");
    expect(status("namespace=monitoring")).toBe("broken");
    expect(status("hostname=gpu-1")).toBe("unknown");
    expect(status("Hostname=gpu-1")).toBe("broken");
    expect(status("prometheus=monitoring/kps")).toBe("ok");
    expect(status("cluster=east")).toBe("broken");
    expect(status("cluster=east", { prometheus: "externalLabels: {cluster: east}" })).toBe("ok");
    expect(status("prometheus_replica=~.+")).toBe("broken");
    expect(status("team=gpu", { labels: '{team: "{{ $labels.team }}"}' })).toBe("unknown");
    expect(status("cluster=east", { prometheus: "additionalAlertRelabelConfigs: {name: a, key: b}" })).toBe("unknown");
    expect(status("namespace=monitoring", { prometheus: "enforcedNamespaceLabel: namespace" })).toBe("ok");
  });

  test("aggregation takes away the label a route asks for", () => {
    const config = `
route:
  receiver: "null"
  routes: [{receiver: chat, matchers: [namespace=gpu-operator]}]
receivers: [{name: "null"}, {name: chat, slack_configs: [{api_url: "http://127.0.0.1:9/"}]}]`;
    expect(hop({ config }, "max by (namespace) (DCGM_FI_DEV_GPU_TEMP) > 85").status).toBe("ok");
    expect(hop({ config }, "max by (gpu) (DCGM_FI_DEV_GPU_TEMP) > 85").status).toBe("broken");
    expect(hop({ config }, 'absent(DCGM_FI_DEV_GPU_TEMP{namespace="gpu-operator"})').status).toBe("ok");
    expect(hop({ config }, "absent(DCGM_FI_DEV_GPU_TEMP)").status).toBe("broken");
  });

  test("times in which it is mute are said", () => {
    const config = `
route:
  receiver: "null"
  routes: [{receiver: on-call, mute_time_intervals: [night]}]
receivers: [{name: "null"}, {name: on-call, pagerduty_configs: [{routing_key: x}]}]
time_intervals: [{name: night, time_intervals: []}]`;
    expect(hop({ config })).toMatchObject({
      status: "ok",
      why: "Alertmanager sends it to on-call (pagerduty), mute in night.",
    });
  });

  test("intervals that leave a route no time", () => {
    const config = `
route:
  receiver: "null"
  routes: [{receiver: on-call, mute_time_intervals: [day, night]}]
receivers: [{name: "null"}, {name: on-call, pagerduty_configs: [{routing_key: x}]}]
time_intervals:
  - {name: day, time_intervals: [{times: [{start_time: "06:00", end_time: "22:00"}]}]}
  - name: night
    time_intervals: [{times: [{start_time: "22:00", end_time: "24:00"}, {start_time: "00:00", end_time: "06:00"}]}]`;
    expect(hop({ config })).toMatchObject({
      status: "broken",
      why: 'Alertmanager monitoring/kps sends it to receiver "on-call", and there is no time at which that route notifies, mute in day, night.',
      check: "alert-no-receiver",
    });
    expect(hop({ config: config.replace(', {start_time: "00:00", end_time: "06:00"}', "") }).status).toBe("ok");
    // What goes on to another route is told there.
    const elsewhere = config.replace("[day, night]}", "[day, night], continue: true}, {receiver: on-call}");
    expect(hop({ config: elsewhere }).status).toBe("ok");
  });

  test("a configuration that Alertmanager refuses", () => {
    expect(hop({ config: "route: {receiver: a}\nreceivers: []" })).toMatchObject({
      status: "broken",
      why: 'The configuration of Alertmanager monitoring/kps is refused: a route names the receiver "a", which is not defined.',
      check: "alertmanager-config-invalid",
    });
  });

  test("a Prometheus without Alertmanager; one that sends to an Alertmanager that is not in sight", () => {
    const alerting = (text: string) => ({ prometheus: `alerting: ${text}` });
    const without = hopOf("route-reaches-receiver", temperature, alerting("{alertmanagers: []}"));
    expect(without).toMatchObject({ status: "broken", check: "alert-no-receiver" });
    const elsewhere = alerting("{alertmanagers: [{namespace: other, name: alertmanager, port: web}]}");
    expect(hop(elsewhere)).toMatchObject({
      status: "unknown",
      why: expect.stringContaining("Service other/alertmanager"),
    });
  });

  test("a network policy between both", () => {
    const config = 'route: {receiver: a}\nreceivers: [{name: a, webhook_configs: [{url: "http://127.0.0.1:9/"}]}]';
    const policy = (rule: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: alertmanager, namespace: monitoring}
spec: {podSelector: {matchLabels: {app.kubernetes.io/name: alertmanager}}, ingress: [${rule}]}
`;
    const from = (label: string, port: string) =>
      hop({ config, objects: policy(`{from: [{podSelector: {matchLabels: {${label}}}}], ports: [{port: ${port}}]}`) });
    expect(from("app.kubernetes.io/name: prometheus", "9093").status).toBe("ok");
    expect(from("app.kubernetes.io/name: prometheus", "9094")).toMatchObject({
      status: "broken",
      why: "NetworkPolicy monitoring/alertmanager isolates pods, and no policy in sight lets Prometheus monitoring/kps reach port 9093 of Alertmanager monitoring/kps: no alert gets there.",
      check: "alert-no-receiver",
    });
    expect(from("app: prometheus", "9093").status).toBe("broken");
  });

  describe("AlertmanagerConfig objects", () => {
    test("one in the alert's namespace notifies, and is named as the operator names it", () => {
      expect(hop({ config: chartDefault, objects: amConfig() })).toMatchObject({
        status: "ok",
        why: "Alertmanager sends it to gpu-operator/gpu/chat (slack).",
      });
    });

    test.each([
      ["pagerdutyConfigs: [{url: 'https://x'}]", "pagerduty", "a key (routingKey or serviceKey)"],
      ["webhookConfigs: [{sendResolved: true}]", "webhook", "an address (url or urlSecret)"],
      ["emailConfigs: [{from: a}]", "email", "a recipient (to)"],
    ])("one that the operator refuses for %s is passed over", (integration, kind, what) => {
      const objects = amConfig().replace("slackConfigs: [{apiURL: {name: slack, key: url}}]", integration);
      expect(hop({ config: chartDefault, objects }).why).toContain(
        `AlertmanagerConfig gpu-operator/gpu is not used: the operator refuses it: an integration of the kind ${kind}, of the receiver "chat", lacks ${what}.`,
      );
    });

    test("one that groups twice by one label is passed over", () => {
      const objects = amConfig({ route: "{receiver: chat, groupBy: [a, a]}" });
      expect(hop({ config: chartDefault, objects }).why).toContain('the operator refuses it: groupBy names "a" twice');
    });

    test.each([
      ["slackConfigs: [{channel: gpu}]", "slack", "an address (apiURL)", "slack_api_url: https://x"],
      ["emailConfigs: [{to: a, from: b}]", "email", "a server (smarthost)", "smtp_smarthost: x:25"],
      ["opsgenieConfigs: [{source: a}]", "opsgenie", "a key (apiKey)", "opsgenie_api_key_file: /key"],
    ])("what one leaves to global, %s, has to be there, or nothing is taken", (integration, kind, what, setting) => {
      const objects = amConfig().replace("slackConfigs: [{apiURL: {name: slack, key: url}}]", integration);
      expect(hop({ config: loudConfig, objects })).toMatchObject({
        status: "broken",
        why: `The configuration of Alertmanager monitoring/kps is refused: AlertmanagerConfig gpu-operator/gpu: an integration of the kind ${kind}, of the receiver "chat", lacks ${what}, and so does global.`,
        check: "alertmanager-config-invalid",
      });
      expect(hop({ config: `${chartDefault}global: {${setting}}`, objects }).status).toBe("ok");
      expect(
        hop({ config: chartDefault, objects: objects.replace("namespace: gpu-operator", "namespace: other") }).status,
      ).not.toBe("ok");
    });

    test("its routes let alerts go on to the file's routes, but not to its first receiver", () => {
      const objects = amConfig({ route: "{receiver: silent, continue: false}" });
      const config = loudConfig.replace(
        "  routes:",
        "  routes:\n    - {receiver: on-call, matchers: [severity=warning]}",
      );
      expect(hop({ config, objects })).toMatchObject({
        status: "ok",
        why: "Alertmanager sends it to gpu-operator/gpu/silent and on-call (webhook).",
      });
      // A node notifies by itself only where none of its children matches.
      expect(hop({ objects })).toMatchObject({
        status: "broken",
        why: expect.stringContaining('sends it to receiver "gpu-operator/gpu/silent"'),
      });
    });

    test("in another namespace it never sees the alert, unless the strategy says so", () => {
      const objects = amConfig({ namespace: "monitoring" });
      expect(hop({ config: chartDefault, objects })).toMatchObject({
        status: "broken",
        why: 'monitoring/gpu/chat would notify, but Alertmanager monitoring/kps gives each AlertmanagerConfig only alerts whose namespace label is its own: receiver "null".',
        check: "alertmanagerconfig-namespace-matcher",
      });
      const strategy = (type: string) => `alertmanagerConfigMatcherStrategy: {type: ${type}}`;
      const status = (type: string, namespace: string) =>
        hop({ config: chartDefault, objects: amConfig({ namespace }), alertmanager: strategy(type) }).status;
      expect(status("None", "ml")).toBe("ok");
      expect(status("OnNamespaceExceptForAlertmanagerNamespace", "monitoring")).toBe("ok");
      expect(status("OnNamespaceExceptForAlertmanagerNamespace", "ml")).toBe("broken");
      expect(status("OnNamespace", "gpu-operator")).toBe("ok");
    });

    test("one that is not selected", () => {
      const alertmanager = "alertmanagerConfigSelector: {matchLabels: {team: gpu}}";
      expect(hop({ config: chartDefault, objects: amConfig(), alertmanager })).toMatchObject({
        status: "broken",
        why: "AlertmanagerConfig gpu-operator/gpu would notify, but is not used: alertmanagerConfigSelector of Alertmanager monitoring/kps does not select it.",
        at: { file: "stack/overlays/alerting/manifest.yaml" },
        check: "alertmanagerconfig-not-selected",
      });
      const objects = amConfig({ labels: "{team: gpu}" });
      expect(hop({ config: chartDefault, objects, alertmanager }).status).toBe("ok");
      const own = "alertmanagerConfigNamespaceSelector:";
      expect(hop({ config: chartDefault, objects: amConfig(), alertmanager: own }).check).toBe(
        "alertmanagerconfig-not-selected",
      );
      const labelled = "alertmanagerConfigNamespaceSelector: {matchLabels: {team: gpu}}";
      expect(hop({ config: chartDefault, objects: amConfig(), alertmanager: labelled }).status).toBe("unknown");
    });

    test("one that the operator does not see", () => {
      const operator = (flags: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: operator, namespace: monitoring}
spec: {template: {spec: {containers: [{args: [--prometheus-config-reloader=x, ${flags}]}]}}}`;
      const told = (flags: string) => hop({ config: chartDefault, objects: amConfig() + operator(flags) });
      expect(told("'--namespaces=monitoring,ml'")).toMatchObject({
        status: "broken",
        why: "AlertmanagerConfig gpu-operator/gpu would notify, but is not used: the operator watches only the namespaces monitoring, ml (--namespaces), and the object lies in gpu-operator.",
        check: "alertmanagerconfig-not-selected",
      });
      expect(told("--deny-namespaces=gpu-operator").why).toContain("is told to ignore the namespace gpu-operator");
      expect(told("--alertmanager-config-namespaces=monitoring").check).toBe("alertmanagerconfig-not-selected");
      // Its own flag counts instead of those for all kinds.
      expect(told("--namespaces=monitoring, --alertmanager-config-namespaces=gpu-operator").status).toBe("ok");
      expect(told("--deny-namespaces=gpu-operator, --alertmanager-config-namespaces=gpu-operator").status).toBe("ok");
      expect(told("--prometheus-instance-namespaces=ml").status).toBe("ok");
    });

    test("an Alertmanager that the operator leaves alone", () => {
      const flag = "--alertmanager-instance-namespaces=ml";
      const objects = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: operator, namespace: monitoring}\nspec: {template: {spec: {containers: [{args: [--prometheus-config-reloader=x, ${flag}]}]}}}`;
      expect(hop({ objects })).toMatchObject({
        status: "unknown",
        why: "Alertmanager monitoring/kps is left alone: the operator watches only the namespaces ml (--alertmanager-instance-namespaces), and the object lies in monitoring.",
      });
      expect(hop({ alertmanager: "paused: true" })).toMatchObject({
        status: "unknown",
        why: "Alertmanager monitoring/kps is paused: the operator leaves its configuration as it is.",
      });
    });

    test("one that the operator refuses", () => {
      const objects = amConfig({ route: "{receiver: chta}" });
      expect(hop({ config: chartDefault, objects })).toMatchObject({
        status: "broken",
        why: 'Alertmanager monitoring/kps sends it to receiver "null", which notifies nobody. AlertmanagerConfig gpu-operator/gpu is not used: the operator refuses it: a route names the receiver "chta", which it does not define.',
        check: "alert-no-receiver",
      });
    });

    test("as the whole configuration", () => {
      const alertmanager = "alertmanagerConfiguration: {name: gpu}";
      const objects = amConfig({ namespace: "monitoring" });
      expect(hop({ config: null, objects, alertmanager })).toMatchObject({
        status: "ok",
        why: expect.stringContaining("monitoring/gpu/chat"),
      });
      expect(hop({ config: null, alertmanager }).status).toBe("unknown");
    });
  });
});

describe("alert-is-not-inhibited", () => {
  const hop = (options: Parameters<typeof hopOf>[2] = {}, expr = temperature) =>
    hopOf("alert-is-not-inhibited", expr, options);

  test("severity info is muted by the chart's InfoInhibitor", () => {
    expect(hop({ labels: "{severity: info}" })).toMatchObject({
      status: "broken",
      why: "InfoInhibitor mutes it: that alert fires with it, as long as no warning or critical alert does in its namespace.",
      check: "alert-inhibited-by-default",
    });
    expect(hop().status).toBe("ok");
  });

  test("nothing mutes where the rule or the inhibiting alert is gone", () => {
    const config = loudConfig.slice(0, loudConfig.indexOf("inhibit_rules"));
    expect(hop({ labels: "{severity: info}", config })).toMatchObject({
      status: "ok",
      why: "No inhibition rule mutes it.",
    });
    expect(hop({ labels: "{severity: info}", prometheus: "ruleSelector: {matchLabels: {tier: gpu}}" }).status).toBe(
      "ok",
    );
  });

  test("a rule whose source always fires", () => {
    const config = (equal: string) => `
route: {receiver: a}
receivers: [{name: a, webhook_configs: [{url: "http://127.0.0.1:9/"}]}]
inhibit_rules: [{source_matchers: [alertname=Watchdog], target_matchers: [severity=warning], equal: [${equal}]}]`;
    expect(hop({ config: config("") })).toMatchObject({
      status: "broken",
      why: "Watchdog mutes it: that alert always fires.",
    });
    expect(hop({ config: config("namespace") })).toMatchObject({ status: "ok" });
    expect(hop({ config: config(""), labels: "{severity: critical}" }).status).toBe("ok");
  });

  test("one that only now and then fires is said, where it can apply", () => {
    const config = (equal: string) => `
route: {receiver: a}
receivers: [{name: a, webhook_configs: [{url: "http://127.0.0.1:9/"}]}]
inhibit_rules: [{source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [${equal}]}]`;
    expect(hop({ config: config("namespace") }).why).toBe(
      'It is muted only while another alert fires: one with severity="critical" and the same namespace.',
    );
    // No rule of that name is critical.
    expect(hop({ config: config("namespace, alertname") }).why).toBe("No inhibition rule mutes it.");
  });

  test("a configuration that is not in sight", () => {
    expect(hop({ config: null }).status).toBe("unknown");
  });
});
