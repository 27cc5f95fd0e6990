import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isObject, type Json } from "../../src/kubernetes/manifest.ts";
import { listAt, textAt } from "./pod.ts";

/** An alert as Alertmanager delivered it. */
export interface Delivered {
  readonly alertname: string;
  readonly receiver: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The end of the signal's way: what a team's own pager would be. */
export interface WebhookReceiver {
  readonly url: string;
  /** Firing alerts in the order in which they came. */
  delivered(): readonly Delivered[];
  close(): void;
}

/** Listens on a loopback port of its own. */
export const startReceiver = async (): Promise<WebhookReceiver> => {
  const delivered: Delivered[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      delivered.push(...alertsOf(Buffer.concat(chunks).toString("utf8")));
      response.end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts`,
    delivered: () => delivered,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** The firing alerts of one message: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config */
const alertsOf = (text: string): readonly Delivered[] => {
  const message = JSON.parse(text) as Json;
  return listAt(message, ["alerts"]).flatMap((alert) => {
    const labels = isObject(alert) && isObject(alert["labels"]) ? alert["labels"] : {};
    if (textAt(alert, ["status"]) !== "firing") return [];
    return [
      {
        alertname: textAt(labels, ["alertname"]),
        receiver: textAt(message, ["receiver"]),
        labels: Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)])),
      },
    ];
  });
};
