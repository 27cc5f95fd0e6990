/**
 * The exporter's own version in what names it: an image tag with DCGM's before it (`4.6.0-4.8.3-distroless`, until
 * 4.8.3) or alone (`4.8.4`, since then), with or without a leading `v`. Null where there is none.
 */
export const exporterVersion = (text: string): string | null => {
  const match = /^v?(\d+\.\d+\.\d+)(?:-(\d+\.\d+\.\d+))?(?:[-+.].*)?$/.exec(text);
  return match?.[2] ?? match?.[1] ?? null;
};

/** The entry whose range, both ends included, holds the version. */
export const inRange = <T extends { readonly from: string; readonly to: string }>(
  entries: readonly T[],
  version: string,
): T | undefined =>
  entries.find(({ from, to }) => compareVersions(from, version) <= 0 && compareVersions(version, to) <= 0);

/** Order of two `x.y.z` versions: negative, zero or positive. */
const compareVersions = (a: string, b: string): number => {
  const right = b.split(".").map(Number);
  const differing = a
    .split(".")
    .map((part, index) => Number(part) - (right[index] ?? 0))
    .find((difference) => difference !== 0);
  return differing ?? 0;
};
