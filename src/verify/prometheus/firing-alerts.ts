import { allDone } from "../../core/all-done.ts";
import { compare } from "../../core/finding.ts";
import type { Scene } from "../scene.ts";
import type { FiringAlert } from "../verification.ts";
import { livePrometheus } from "./live-prometheus.ts";

/** The alerts that fire now, by name; null where no Prometheus tells. */
export const firingAlerts = async (scene: Scene): Promise<readonly FiringAlert[] | null> => {
  const all = scene.resolution.world.ofKind("Prometheus").map(livePrometheus(scene));
  const answers = await allDone(all.map((live) => live.rules()));
  const known = answers.flatMap((one) => (one.ok ? [one.value] : []));
  if (known.length === 0) return null;
  return known
    .flat()
    .flatMap(({ name, alerts }) =>
      alerts.filter(({ state }) => state === "firing").map(({ labels, since }) => ({ name, labels, since })),
    )
    .toSorted((a, b) => compare(a.name, b.name));
};
