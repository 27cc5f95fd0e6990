import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isObject, type Json } from "../../src/kubernetes/manifest.ts";
import { listAt, textAt } from "./pod.ts";

/** An alert as Alertmanager delivered it. */
export interface Delivered {
  readonly alertname: string;
  readonly receiver: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** When it came, as `Date.now()` has it. */
  readonly at: number;
}

/** The end of the signal's way: what a team's own pager would be. */
export interface WebhookReceiver {
  readonly url: string;
  /** Firing alerts in the order in which they came. */
  delivered(): readonly Delivered[];
  /** Those that were told to be over. */
  ended(): readonly Delivered[];
  /** What everything is answered with from now on; what is not answered with 200 is not taken. */
  answerWith(status: number): void;
  close(): void;
}

/** Listens on a loopback port of its own. `statusOf` says what a path is answered with. */
export const startReceiver = async (statusOf: (path: string) => number = () => 200): Promise<WebhookReceiver> => {
  const delivered: Delivered[] = [];
  const ended: Delivered[] = [];
  let answer = statusOf;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const status = answer(request.url ?? "/");
      const text = Buffer.concat(chunks).toString("utf8");
      if (status === 200) {
        delivered.push(...alertsOf(text, "firing"));
        ended.push(...alertsOf(text, "resolved"));
      }
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts`,
    delivered: () => delivered,
    ended: () => ended,
    answerWith: (status) => {
      answer = () => status;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/**
 * The alerts of one message that have a status:
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
const alertsOf = (text: string, status: "firing" | "resolved"): readonly Delivered[] => {
  const message = JSON.parse(text) as Json;
  return listAt(message, ["alerts"]).flatMap((alert) => {
    if (textAt(alert, ["status"]) !== status) return [];
    const labels = textsIn(alert, "labels");
    return [
      {
        alertname: textAt(labels, ["alertname"]),
        receiver: textAt(message, ["receiver"]),
        labels,
        annotations: textsIn(alert, "annotations"),
        at: Date.now(),
      },
    ];
  });
};

const textsIn = (alert: Json, name: string): Readonly<Record<string, string>> => {
  const texts = isObject(alert) && isObject(alert[name]) ? alert[name] : {};
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, String(value)]));
};
