import type { World } from "../../world/world.ts";
import { type Grafana, readGrafana } from "../grafana/grafana.ts";
import { type DashboardFile, dashboardFiles } from "./dashboard-file.ts";

/** Grafana as the render makes it, and every dashboard file of the stack's own and of the chart. */
export interface ReadDashboards {
  readonly grafana: Grafana;
  readonly files: readonly DashboardFile[];
}

export const readDashboards = (world: World): ReadDashboards => {
  const grafana = readGrafana(world);
  return { grafana, files: dashboardFiles(world, grafana) };
};
