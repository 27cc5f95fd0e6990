import type { Grown } from "./growing-stack.ts";
import type { Measured } from "./measure.ts";

/** What was measured, as a table of Markdown; `thing` is what there is more of, e.g. `file`. */
export const growthTable = (thing: string, grown: readonly Grown[]): string =>
  [
    `| ${thing}s | cold | a ${thing} | a rule changed | a ${thing} | own CPU, cold | own CPU, changed | memory, cold | tools, cold | tools, changed |`,
    `| ${"---: | ".repeat(10).trimEnd()}`,
    ...grown.map(({ count, cold, warm }) => `| ${cellsOf(count, cold, warm).join(" | ")} |`),
  ].join("\n");

const cellsOf = (count: number, cold: Measured, warm: Measured): readonly string[] => [
  count.toLocaleString("en"),
  seconds(cold.wallMs),
  `${(cold.wallMs / count).toFixed(1)} ms`,
  seconds(warm.wallMs),
  `${(warm.wallMs / count).toFixed(1)} ms`,
  told(cold.ownCpuMs, seconds),
  told(warm.ownCpuMs, seconds),
  told(cold.peakBytes, (bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`),
  told(cold.toolProcesses, String),
  told(warm.toolProcesses, String),
];

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Where there is no /proc some things are not known. */
const told = (value: number | null, text: (value: number) => string): string => (value === null ? "" : text(value));
