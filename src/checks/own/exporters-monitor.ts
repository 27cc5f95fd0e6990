import type { Location } from "../../core/finding.ts";
import { chartWishes, monitorWishAt, operatorWishes } from "../../dcgm/tree-wishes.ts";
import { allManifests } from "../../render/render.ts";
import { aimsAtDcgm } from "../../signal/metrics/aim.ts";
import { selectionOf } from "../../signal/operator/monitor-selection.ts";
import { whyNotSelected } from "../../signal/operator/selection-hops.ts";
import type { WorldObject } from "../../world/world.ts";
import type { Subject } from "../check.ts";

/** A monitor that comes with the exporter, beside the tree. */
export interface ExportersMonitor {
  readonly object: WorldObject;
  /** Why no Prometheus of the stack selects it, as a clause. */
  readonly why: string;
  /** Where the tree's values for the exporter speak of it; null: its release brings it by itself. */
  readonly at: Location | null;
}

/**
 * The monitor that the exporter brings and no Prometheus selects; null where it brings none, `unseen` where the tree's
 * values turn on one of which nothing more is known here.
 */
export const unselectedMonitor = ({ render, resolution }: Judged): ExportersMonitor | "unseen" | null => {
  const { world } = resolution;
  const bodies = allManifests(render).map(({ body }) => body);
  const isOn = {
    "gpu-operator": operatorWishes(world.exporter.values, bodies).monitor.enabled === true,
    "dcgm-exporter": chartWishes(world.exporter.values).monitor.enabled === true,
  };
  const { source } = world.exporter;
  const declared = source === "gpu-operator" || source === "dcgm-exporter" ? isOn[source] : false;
  if (!declared && Object.values(isOn).includes(true)) return "unseen";
  const object = ["ServiceMonitor", "PodMonitor"]
    .flatMap((kind) => world.ofKind(kind))
    .find((monitor) => monitor.manifest === null && aimsAtDcgm(monitor));
  if (object === undefined) return declared ? "unseen" : null;
  const why = whyNotSelected(object, selectionOf(object.ref.kind), world);
  return why === null ? null : { object, why, at: declared ? monitorWishAt(world.exporter.values) : null };
};

type Judged = Pick<Subject, "render" | "resolution">;
