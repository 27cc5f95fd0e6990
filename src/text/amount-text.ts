const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/** Bytes as a person reads them, by powers of two: `1.5 GiB`. */
export const bytesText = (bytes: number): string => {
  const unit = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const amount = bytes / 1024 ** unit;
  return `${amount < 10 ? Number(amount.toFixed(1)) : Math.round(amount)} ${units[unit]}`;
};

/** A number with a comma at every third digit: `71,827`; small ones with what is behind the point. */
export const countText = (number: number): string =>
  String(number < 10 ? Number(number.toFixed(1)) : Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** Seconds as days or, below two days, hours: `21 days`. */
export const daysText = (seconds: number): string => {
  const hours = seconds / 3600;
  return hours < 48 ? `${countText(hours)} h` : `${countText(hours / 24)} days`;
};

/** Milliseconds as seconds or, from two minutes on, minutes as well: `0.4 s`, `20 s`, `2 min 5 s`. */
export const durationText = (ms: number): string => {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
};
