import { isUndecided, unseen } from "../../world/unseen.ts";
import type { World } from "../../world/world.ts";
import { exposedLabels } from "../scrape/exposed-labels.ts";
import { failsToScrape } from "../scrape/scrape-failure.ts";
import { scrapedTargets } from "../scrape/scraped-targets.ts";
import type { PredictedTarget } from "../scrape/targets.ts";

/** An endpoint whose metric relabelings make one series of those of several GPUs. */
export interface LostIdentity {
  readonly target: PredictedTarget;
  /** A metric of which that is so. */
  readonly metric: string;
  /** What tells GPUs apart, and is gone. */
  readonly labels: readonly string[];
}

/** The targets of the GPU exporter, each endpoint once, whose stored series do not say which GPU they are of. */
export const lostIdentities = (world: World): readonly LostIdentity[] => {
  const lost = scrapedTargets(world)
    .gpu.filter((target) => target.certain && !failsToScrape(target, world))
    .flatMap((target) => lostBy(target, world) ?? []);
  return lost.filter(
    ({ target }, index) =>
      lost.findIndex((one) => one.target.monitor === target.monitor && one.target.endpoint === target.endpoint) ===
      index,
  );
};

const lostBy = (target: PredictedTarget, world: World): LostIdentity | null => {
  for (const { name, type } of world.exporter.metrics ?? []) {
    if (type === "label" || !ofEachGpu.test(name)) continue;
    const exposed = exposedLabels(undefined, world);
    const labels = identity.filter((label) => label in exposed);
    const { kept, labels: stored } = target.series(name, exposed);
    const survives = Object.values(stored).some(
      (value) => isUndecided(value) || labels.some((one) => tells(value, one)),
    );
    if (kept === true && labels.length > 0 && !survives) return { target, metric: name, labels };
  }
  return null;
};

/** Metrics that have the labels of a GPU: not of switches, links and CPUs. */
const ofEachGpu = /^DCGM_FI_(?:DEV_(?!NVSWITCH|NVLINK|CPU|.*LINK)|PROF_(?!NVLINK))/;

/** Each of them alone tells the GPUs of a node apart. */
const identity = ["gpu", "UUID", "uuid", "device", "pci_bus_id"];

/** Whether the value has that of the label in it, in other capitals maybe. */
const tells = (value: string, label: string): boolean =>
  value.includes(unseen(label)) || value.includes(`case of ${label}›`);
