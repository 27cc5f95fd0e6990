import { allDone } from "../../core/all-done.ts";
import type { Observed } from "../observed.ts";
import type { Scene } from "../scene.ts";
import { programConditions } from "./program-conditions.ts";
import { reconciled } from "./reconciled.ts";

/** Whether the operator has made what the tree asks for, and the programs that it made live by it. */
export const observeOperator = async (scene: Scene): Promise<Observed> => {
  const { world } = scene.resolution;
  const made = ["Prometheus", "PrometheusAgent", "Alertmanager"].flatMap((kind) => world.ofKind(kind));
  const conditions = await allDone([
    ...made.map(async (object) => [await reconciled(object, scene)]),
    ...world.ofKind("Prometheus").map((object) => programConditions(object, scene)),
  ]);
  return { hops: new Map(), conditions: conditions.flat() };
};
