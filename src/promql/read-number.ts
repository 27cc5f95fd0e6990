import { parseDuration } from "./prometheus-duration.ts";

/**
 * A number as PromQL writes it, of a duration its seconds; null for what is neither.
 * https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations
 */
export const readNumber = (text: string): number | null => {
  const [, sign = "", digits = ""] = /^([-+]?)\s*(.*)$/s.exec(text) ?? [];
  const size = sizeOf(digits.replaceAll("_", "").toLowerCase());
  return size === null ? null : sign === "-" ? -size : size;
};

const sizeOf = (text: string): number | null => {
  if (text === "inf") return Number.POSITIVE_INFINITY;
  if (text === "nan") return Number.NaN;
  if (/^0x[\da-f]+$/.test(text)) return Number.parseInt(text, 16);
  if (/^(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/.test(text)) return Number(text);
  const milliseconds = parseDuration(text);
  return milliseconds === null ? null : milliseconds / 1000;
};
