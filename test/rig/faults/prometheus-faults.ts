import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { LiveStack } from "../live-stack.ts";
import { withValue } from "../with-value.ts";
import { edit, places } from "./by-hand.ts";
import { startClockProxy } from "./clock-proxy.ts";
import type { PlantedFault, Undo } from "./fault.ts";

/** Another file takes all the room that the samples have. */
const fullDisk = async ({ prometheus }: LiveStack): Promise<Undo> => {
  const file = join(prometheus.place("/prometheus"), "filler");
  fill(file);
  return async () => {
    rmSync(file);
    // What it could not write of its log it never writes again: people restart it, too.
    await prometheus.kill();
    await prometheus.revive();
  };
};

const fill = (file: string): void => {
  const handle = openSync(file, "w");
  try {
    for (const part = Buffer.alloc(64 * 1024); ; ) writeSync(handle, part);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ENOSPC") throw thrown;
  } finally {
    closeSync(handle);
  }
};

/** Two minutes: alerts end, and silences begin, by what the clock says. */
const skewMs = 120_000;

/** Prometheus moves to another address, and whoever asks at its own is told another time. */
const skewed = async ({ prometheus }: LiveStack): Promise<Undo> => {
  const { hostname, port } = new URL(prometheus.url);
  await prometheus.kill();
  await prometheus.revive({ host: "127.0.0.1", port: 19090 });
  const proxy = await startClockProxy({ host: hostname, port: Number(port) }, "http://127.0.0.1:19090", skewMs);
  return async () => {
    proxy.close();
    proxy.closeAllConnections();
    await prometheus.kill();
    await prometheus.revive();
  };
};

/** What goes wrong with Prometheus itself. */
export const prometheusFaults: readonly PlantedFault[] = [
  {
    title: "Prometheus' disk is full",
    breaks: "prometheus-stores-samples",
    of: "Prometheus monitoring/",
    plant: fullDisk,
  },
  {
    title: "Prometheus' clock is two minutes ahead",
    breaks: "clocks-agree",
    of: "Prometheus monitoring/",
    plant: skewed,
  },
  {
    title: "Prometheus does not find Alertmanager: the port's name is changed by hand",
    ...{ breaks: "prometheus-reaches-alertmanager", of: "" },
    plant: (live) =>
      edit(live, places.prometheus, (body) =>
        withValue(body, ["spec", "alerting", "alertmanagers", 0, "port"], "http-api"),
      ),
  },
];
