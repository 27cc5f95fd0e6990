import { type Attack, eitherHelm } from "./attack.ts";
import type { Ground } from "./ground.ts";

/** How a run over a chart that is refused, or that helm cannot render, may end. */
export const ended = ["render-failed", "invalid-input", "findings"] as const;

/** An attack by the chart. */
export const chart = (name: string, lay: (ground: Ground) => void, more: Partial<Attack> = {}): Attack => ({
  name: `a chart ${name}`,
  lay,
  helms: eitherHelm(name),
  ends: ended,
  ...more,
});
