import { afterEach, expect, test } from "vitest";
import type { Pod } from "./pod.ts";
import { type SampleExporters, startExporters } from "./sample-exporter.ts";

const pods: readonly Pod[] = [1, 2].map((index) => ({
  ...{ namespace: "gpu-operator", name: `exporter-${index}`, node: `gpu-node-${index}`, body: {} },
  ip: `127.88.9.${index}`,
}));
const ask = async (index: number): Promise<number | "refused"> =>
  fetch(`http://127.88.9.${index}:9400/metrics`).then(
    ({ status }) => status,
    () => "refused",
  );

let exporters: SampleExporters | undefined;
afterEach(() => exporters?.close());

test("each node's exporter can be made to fail and to work again", async () => {
  exporters = await startExporters(pods);
  expect([await ask(1), await ask(2)]).toEqual([200, 200]);
  await exporters.behave("down", "gpu-node-2");
  expect([await ask(1), await ask(2)]).toEqual([200, "refused"]);
  await exporters.behave(() => ({ status: 401, text: "" }));
  expect([await ask(1), await ask(2)]).toEqual([401, 401]);
  await exporters.behave(null);
  await exporters.follow(pods.slice(0, 1));
  expect([await ask(1), await ask(2)]).toEqual([200, "refused"]);
});
