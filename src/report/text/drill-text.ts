import type { Report } from "../report.ts";

/** The delivery drill for a log or a terminal, a line a route; empty where there was none. */
export const renderDrillText = ({ drill }: Pick<Report, "drill">): string => {
  if (drill === null) return "";
  return [
    `Delivery drill, by ${drill.by}`,
    ...drill.routes.map(({ receiver, route, verdict, deliveredAfterSeconds: after, why }) => {
      const how = after === null ? verdict : `${verdict} after ${after} s`;
      return `  ${receiver}, route ${route}: ${how}. ${why}`;
    }),
    ...drill.notes.map((note) => `  ${note}`),
  ].join("\n");
};
