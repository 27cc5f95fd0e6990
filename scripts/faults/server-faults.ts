import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "./fault.ts";
import type { Asked } from "./fault-proxy.ts";
import { requests } from "./requests.ts";
import { hopeless, inTime } from "./rules.ts";

/** The API server goes at such a request, and is back after some seconds. */
const restart = (when: string, on: (asked: Asked) => boolean, alsoHelm3 = false): Fault => ({
  name: `the API server is killed ${when}, and started again after 5 s`,
  alsoHelm3,
  during: async ({ proxy, cluster }) => {
    await proxy.seen(on);
    await proxy.close();
    await cluster.apiServer.stop();
    await sleep(5000);
    await cluster.apiServer.start();
    await proxy.open();
  },
  ends: "well",
});

const halt = (when: string, on: (asked: Asked) => boolean, alsoHelm3 = false): Fault => ({
  name: `the API server is halted ${when} for 8 s`,
  alsoHelm3,
  during: async ({ proxy, cluster }) => {
    await proxy.seen(on);
    cluster.apiServer.pause();
    await sleep(8000);
    cluster.apiServer.resume();
  },
  ends: "well",
});

/** The API server itself ends, or answers nothing. */
export const serverFaults: readonly Fault[] = [
  restart("while it plans", requests.planning),
  restart("once the lock is taken", requests.lock),
  restart("once helm began", requests.helmBegins, true),
  restart("while helm writes", requests.helmWrites, true),
  restart("at the overlays", requests.overlay),
  halt("while it plans", requests.planning),
  halt("while helm writes", requests.helmWrites, true),
  halt("at the overlays", requests.overlay),
  {
    name: "the API server is killed for good once helm began",
    alsoHelm3: true,
    before: async () => hopeless,
    during: async ({ proxy, cluster }, { over }) => {
      await proxy.seen(requests.helmBegins);
      await proxy.close();
      await cluster.apiServer.stop();
      await over;
    },
    undo: async ({ proxy, cluster }) => {
      await cluster.apiServer.start();
      await proxy.open();
    },
    ...{ ends: ["cluster-unreachable", "timeout"], ...inTime, lockStays: true, pendingStays: true },
    says: ["What is left:", "it expires by itself"],
  },
  {
    name: "the API server is halted for good once helm began",
    alsoHelm3: true,
    before: async () => hopeless,
    during: async ({ proxy, cluster }, { over }) => {
      await proxy.seen(requests.helmBegins);
      cluster.apiServer.pause();
      await over;
    },
    undo: async ({ cluster }) => cluster.apiServer.resume(),
    ...{ ends: ["cluster-unreachable", "timeout"], ...inTime, lockStays: true, pendingStays: true },
    says: ["What is left:"],
  },
];
