import { describe, expect, test } from "vitest";
import { codeList } from "../../../src/dcgm/xid-codes.ts";
import { alertWays } from "../../../src/signal/alerts/alert-path.ts";
import { pagesFor } from "../../../src/signal/alerts/paging.ts";
import { type XidAlert, xidAlerts } from "../../../src/signal/alerts/xid-alerts.ts";
import { knownMetrics } from "../../../src/signal/series/known-metrics.ts";
import { alertWorld } from "./alert-world.ts";

const alertsOf = (rules: string, options: Parameters<typeof alertWorld>[1] = {}): readonly XidAlert[] => {
  const world = alertWorld(rules, options);
  const known = knownMetrics(world, new Map());
  return xidAlerts({ world, known, alerts: alertWays(world, known, new Map()) });
};
const ruleOf = (expr: string, labels = "{severity: warning}"): string =>
  `- {alert: Test, labels: ${labels}, expr: ${JSON.stringify(expr)}}`;
const told = ({ any, codes, unclear }: XidAlert): string =>
  unclear ? "unclear" : any ? "any" : codeList(codes.map(({ code }) => code));

const last = "DCGM_FI_DEV_XID_ERRORS";
const within = "DCGM_EXP_XID_ERRORS_COUNT";
const total = "DCGM_EXP_XID_ERRORS_TOTAL";

describe("an expression fires for", () => {
  test.each([
    [`${last} == 79`, "79"],
    [`79 == ${last}`, "79"],
    ["DCGM_FI_DEV_XID_ERROR == 79", "79"],
    [`${last} == 79 or ${last} == 48`, "48 and 79"],
    [`max by (gpu) (${last} == 79 or ${last} == 48) > 0`, "48 and 79"],
    [`max_over_time(${last}[10m]) == 79`, "79"],
    [`${last} >= 94 <= 95`, "94 and 95"],
    [`${last} > 0 unless (${last} == 45 or ${last} < 150)`, "150 to 172"],
    [`${last} > 0`, "any"],
    [`changes(${last}[10m]) > 0`, "any"],
    [`changes(${last}[10m]) > 0 and ${last} == 79`, "79"],
    [`${last}{err_code="79"} > 0`, "79"],
    [`${last}{err_code=~"1[1-3]|31"}`, "11, 13 and 31"],
    [`${last}{err_msg=~"fallen.*"} > 0`, "unclear"],
    [`${last} == 79 and on (gpu) up == 1`, "79"],
    [`${last} * on (pod) group_left kube_pod_info == 79`, "79"],
    [`${last} == bool 79`, "any"],
    [`(${last} == bool 79) == 1`, "79"],
    [`${last} - 79 == 0`, "79"],
    [`sum(${last}) == 79`, "unclear"],
    [`sum(${last} == 79) > 0`, "79"],
    [`count by (hostname) (${last} == 79) > 2`, "79"],
    [`count_over_time((${last} == 79)[1h:1m]) > 0`, "79"],
    [`${within}{xid="79"} > 0`, "79"],
    [`increase(${total}{xid=~"79|48"}[15m]) > 3`, "48 and 79"],
    [`increase(${total}{xid!~".*"}[15m]) > 0`, ""],
    [`increase(${total}{xid!="79"}[15m]) > 0 unless ${total}{xid!~"48|79"}`, "48"],
    [`${total}{xid="79"} unless ${total}{xid="79"} offset 15m`, "79"],
    [`{__name__=~"DCGM_.*"} > 0 and ${last} == 79`, "unclear"],
    [`${last} == 79 or absent(${last})`, "79"],
    [`max(${last}`, "unclear"],
  ])("%s: %s", (expr, codes) => {
    expect(alertsOf(ruleOf(expr)).map(told)).toEqual([codes]);
  });

  test("what the recording rules say that it reads", () => {
    const record = (name: string, expr: string): string => `- {record: ${name}, expr: ${JSON.stringify(expr)}}`;
    const rules = [
      record("gpu:xid:last", `max by (gpu) (${last})`),
      record("gpu:xid:hard", "gpu:xid:last == 79 or gpu:xid:last == 48 or gpu:xid:hard"),
      ruleOf("gpu:xid:hard > 50"),
    ];
    expect(alertsOf(rules.join("\n")).map(told)).toEqual(["79"]);
  });
});

test("other alerts read no XIDs", () => {
  expect(alertsOf(ruleOf("DCGM_FI_DEV_GPU_TEMP > 79"))).toEqual([]);
});

describe("an alert pages", () => {
  const config = `
route:
  receiver: chat
  routes:
    - {receiver: pager, matchers: ['xid =~ "79|48"']}
receivers:
  - {name: chat, slack_configs: [{api_url: "http://127.0.0.1:9/"}]}
  - {name: pager, pagerduty_configs: [{routing_key: example}]}
`;
  const pages = (expr: string, labels: string, code: number) => {
    const [alert] = alertsOf(ruleOf(expr, labels), {
      config,
      exporter: { source: "none", metrics: null, labels: null },
    });
    return alert === undefined ? "no alert" : pagesFor(alert, code);
  };

  test.each([
    [`${within} > 0`, "{severity: critical}", 13, "yes"],
    [`${within} > 0`, "{severity: warning}", 13, "no"],
    [`${within} > 0`, "{severity: warning}", 79, "yes"],
    [`${last} == 79`, "{severity: page}", 79, "yes"],
    [`max(${last}) == 79`, "{severity: warning}", 79, "no"],
    [`${last} == 79`, "{severity: warning}", 79, "unknown"],
    [`${last} == 79`, "{severity: P1}", 79, "unknown"],
    [`${last} == 79`, "{}", 79, "unknown"],
    [`${last} == 79`, '{severity: "{{ if eq $value 79.0 }}critical{{ end }}"}', 79, "unknown"],
  ])("%s with %s for %d: %s", (expr, labels, code, expected) => {
    expect(pages(expr, labels, code)).toBe(expected);
  });
});
