import { compare } from "../core/finding.ts";
import { once } from "../core/once.ts";
import type { Render } from "../render/render.ts";
import type { Component } from "./components.ts";
import { componentKinds, workloadsOf } from "./components.ts";
import type { DefaultDashboard } from "./dashboard-areas.ts";
import { dashboardAreas } from "./dashboard-areas.ts";
import { dashboardsOf } from "./dashboards.ts";

/** Each component of the stack, and whether the render runs it. */
export const components = (render: Render): readonly Component[] =>
  componentKinds.map((kind) => {
    const workloads = workloadsOf(render, kind);
    return { name: kind.name, present: workloads.some(({ enabled }) => enabled), resources: workloads.length };
  });

/** The dashboards found for each area that a user counts on, sorted by title. */
export const defaultDashboards = once((render: Render): readonly DefaultDashboard[] => {
  const dashboards = dashboardsOf(render);
  return dashboardAreas.map(({ area, covers }) => ({
    area,
    found: dashboards
      .filter(covers)
      .map(({ title, manifest: { origin } }) => ({
        title,
        from: origin.from === "chart" ? ("chart" as const) : origin.layer,
      }))
      .sort((a, b) => compare(a.title, b.title) || compare(a.from, b.from)),
  }));
});
