import type { World } from "../../world/world.ts";
import { type Datasources, datasourcesOf } from "./grafana-datasources.ts";
import { type GrafanaPod, grafanaPods } from "./grafana-pod.ts";
import { type Providers, providersOf } from "./grafana-providers.ts";
import { type Sidecar, sidecarsOf } from "./sidecar.ts";

/** What the stack's Grafana is given: dashboards by sidecars and mounts, read by providers, and data sources. */
export interface Grafana {
  /** Mostly one; none where the stack runs no Grafana, or the chart did not render. */
  readonly pods: readonly GrafanaPod[];
  /** Those for dashboards. */
  readonly sidecars: readonly Sidecar[];
  readonly providers: Providers;
  readonly datasources: Datasources;
}

export const readGrafana = (world: World): Grafana => {
  const pods = grafanaPods(world);
  const providers = pods.map(providersOf);
  const datasources = pods.map((pod) => datasourcesOf(pod, world));
  return {
    pods,
    sidecars: pods.flatMap((pod) => sidecarsOf(pod, "dashboard")),
    providers: {
      list: providers.flatMap(({ list }) => list),
      complete: pods.length > 0 && providers.every(({ complete }) => complete),
    },
    datasources: {
      list: datasources.flatMap(({ list }) => list),
      others:
        pods.length === 0
          ? "no Grafana is part of the stack"
          : (datasources.map(({ others }) => others).find((others) => others !== null) ?? null),
    },
  };
};
