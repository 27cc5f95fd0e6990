import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultyRun, RunSetting, Site } from "./fault.ts";
import type { Asked } from "./fault-proxy.ts";
import { requests } from "./requests.ts";

type Reached = (site: Site, run: FaultyRun) => Promise<unknown>;

const seen =
  (on: (asked: Asked) => boolean): Reached =>
  ({ proxy }) =>
    proxy.seen(on);

/** The private folder of the run has such a file or folder. */
const hasMade =
  (name: string): Reached =>
  async (_site, { temp }) => {
    const isThere = (): boolean =>
      readdirSync(temp).some((folder) => {
        try {
          return folder.startsWith("prometheus-stack-") && (name === "" || readdirSync(join(temp, folder, name)));
        } catch {
          return false;
        }
      });
    while (!isThere()) await sleep(5);
  };

/** A point that a deploy comes to. */
export interface Stage {
  readonly name: string;
  readonly reached: Reached;
  /** Whether anything may be written by then. */
  readonly writes: boolean;
  /** Whether helm is at it, so that its revision may stay pending where it is killed. */
  readonly helm?: true;
  /** Those that a run needs to come so far. */
  readonly inputs?: RunSetting["inputs"];
}

/** Nothing runs here that could be seen: so a deploy looks for as long as it may, or fails and goes back. */
const looks = { "verify-timeout": "60s" } as const;
const goesBack = { "verify-timeout": "1s", "rollback-on-failure": "true" } as const;

/** A deploy also looks before its first write. */
const verifying: Reached = async ({ proxy }) => {
  await proxy.seen(requests.record);
  await proxy.seen(requests.verifying);
};

const goingBack: Reached = async (site, run) => {
  await verifying(site, run);
  await site.proxy.seen(requests.helmWrites);
};

/** In the order in which a deploy comes to them. */
export const stages: readonly Stage[] = [
  { name: "load", reached: hasMade(""), writes: false },
  { name: "render", reached: hasMade("helm/home"), writes: false },
  { name: "plan", reached: seen(requests.planning), writes: false },
  { name: "lock taken", reached: seen(requests.lock), writes: true },
  { name: "base", reached: seen(requests.base), writes: true },
  { name: "helm running", reached: seen(requests.helmBegins), writes: true, helm: true },
  { name: "helm writing", reached: seen(requests.helmWrites), writes: true, helm: true },
  { name: "overlays", reached: seen(requests.overlay), writes: true },
  { name: "after the record", reached: seen(requests.record), writes: true },
  { name: "verify", reached: verifying, writes: true, inputs: looks },
  { name: "helm rolling back", reached: goingBack, writes: true, helm: true, inputs: goesBack },
];
