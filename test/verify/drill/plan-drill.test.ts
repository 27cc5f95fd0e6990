import { describe, expect, test } from "vitest";
import { planDrill } from "../../../src/verify/drill/plan-drill.ts";
import { resolutionOf } from "./drill-world.ts";

const config = {
  route: {
    receiver: "chat",
    routes: [
      { receiver: "on-call", matchers: ["severity=critical"] },
      { receiver: "east", matchers: ["hostname=~east-.*"] },
      { receiver: "unused", matchers: ["severity=info"] },
      { receiver: "null", matchers: ["alertname=Idle"] },
    ],
  },
  receivers: [
    ...["chat", "on-call", "east", "unused"].map((name) => ({
      name,
      webhook_configs: [{ url: "http://127.0.0.1:9/" }],
    })),
    { name: "null" },
  ],
};
const alerts = [
  { alert: "Hot", labels: { severity: "warning" } },
  { alert: "Xid", labels: { severity: "critical" } },
  { alert: "Idle", labels: { severity: "warning" } },
  { alert: "NodeDown", expr: "up == 0", labels: { severity: "info" } },
];
const resolution = resolutionOf(alerts, config);

describe("who would be drilled", () => {
  test("is known from files: each route that a GPU alert takes or may take, and no other", () => {
    const plan = planDrill(resolution, { drill: true, drillReceivers: undefined });
    expect(plan?.unseen).toEqual([]);
    expect(
      plan?.routes.map(({ route, receiver, integrations, alerts: by }) => [route, receiver, integrations, by]),
    ).toEqual([
      ["{}", "chat", ["webhook"], ["Hot"]],
      ['{}/{alertname="Idle"}', "null", [], ["Idle"]],
      ['{}/{hostname=~"east-.*"}', "east", ["webhook"], ["Hot", "Idle"]],
      ['{}/{severity="critical"}', "on-call", ["webhook"], ["Xid"]],
    ]);
  });

  test("is nobody where no drill is asked for", () => {
    expect(planDrill(resolution, { drill: false, drillReceivers: ["chat"] })).toBeNull();
  });

  test("is limited by drill-receivers, of which each has to be there", () => {
    const plan = planDrill(resolution, { drill: true, drillReceivers: ["on-call"] });
    expect(plan?.routes.map(({ receiver }) => receiver)).toEqual(["on-call"]);
    expect(() => planDrill(resolution, { drill: true, drillReceivers: ["on-call", "unused"] })).toThrow(
      "Input drill-receivers names unused, and no GPU alert is routed there.",
    );
  });

  test("is not all in sight where Alertmanager's configuration is not", () => {
    const unseen = resolutionOf(alerts, { route: {} });
    expect(planDrill(unseen, { drill: true, drillReceivers: ["chat"] })).toEqual({
      routes: [],
      unseen: ["the configuration of Alertmanager monitoring/main is not in sight, or it is refused"],
    });
  });
});
