/**
 * Milliseconds of a duration as Prometheus writes it (`1h30m`, `15s`, `0`): units from the largest to the
 * smallest, none twice; null for anything else.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/ (`<duration>`)
 */
export const parseDuration = (text: string): number | null => {
  if (text === "0") return 0;
  const parts = pattern.exec(text);
  if (text === "" || parts === null) return null;
  return units.reduce((sum, factor, index) => sum + factor * Number(parts[index + 1] ?? 0), 0);
};

/** The same the other way, for whole milliseconds: `1m45s`; units of none are left out. */
export const formatDuration = (ms: number): string => {
  if (ms === 0) return "0s";
  const names = ["y", "w", "d", "h", "m", "s", "ms"];
  let rest = ms;
  return units
    .map((factor, index) => {
      const count = Math.floor(rest / factor);
      rest -= count * factor;
      return count === 0 ? "" : `${count}${names[index]}`;
    })
    .join("");
};

const pattern = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const day = 86_400_000;
const units = [365 * day, 7 * day, day, 3_600_000, 60_000, 1_000, 1];

/** Seconds as Prometheus writes durations, a part of one as a whole one. */
export const formatSeconds = (seconds: number): string => formatDuration(Math.ceil(seconds) * 1000);
