import type { Render } from "./render.ts";

/** Which parts did not render, in one sentence, or null when all did. */
export const renderFailure = (render: Render): string | null => {
  const failed = [
    ...(render.chart.error === null ? [] : ["the chart"]),
    ...render.roots.filter(({ error }) => error !== null).map(({ root }) => root),
  ];
  return failed.length === 0 ? null : `${failed.join(", ")} did not render`;
};
