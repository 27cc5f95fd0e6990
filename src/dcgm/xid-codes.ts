import data from "./data/xid-codes.json" with { type: "json" };

/**
 * What a code asks for by NVIDIA's catalogue: the GPU or its node (a reset, a reboot, a workflow that ends with one or
 * with a replacement), the application alone or nothing, or something else, such as an update or a look at the cables.
 */
export type XidNeed = "hardware" | "application" | "other";

/** A code of NVIDIA's catalogue. */
export interface XidCode {
  readonly code: number;
  /** The catalogue's immediate action, e.g. `RESET_GPU`; null where it names none. */
  readonly action: string | null;
  readonly need: XidNeed;
  /** GPUs of {@link xidGpus} that report it. */
  readonly gpus: readonly string[];
}

/** The page of the catalogue, for messages and reports. */
export const xidCatalogue: string = data.sources[0] ?? "";

/** The GPUs that the catalogue tells apart, the oldest first. */
export const xidGpus: readonly string[] = Object.keys(data.gpus);

const needs: ReadonlyMap<string, XidNeed> = new Map([
  ["RESET_GPU", "hardware"],
  ["RESTART_BM", "hardware"],
  ["WORKFLOW_XID_48", "hardware"],
  ["WORKFLOW_NVLINK_ERR", "hardware"],
  ["WORKFLOW_NVLINK5_ERR", "hardware"],
  ["RESTART_APP", "application"],
  ["IGNORE", "application"],
]);

const made = (code: number, action: string | null): XidCode => ({
  code,
  action,
  need: needs.get(action ?? "") ?? "other",
  gpus: Object.entries(data.gpus).flatMap(([gpu, codes]) => (codes.includes(code) ? [gpu] : [])),
});

/** Every code in use, by its number. */
export const xidCodes: readonly XidCode[] = [
  ...Object.entries(data.actions).flatMap(([action, codes]) => codes.map((code) => made(code, action))),
  ...data.withoutAction.map((code) => made(code, null)),
].sort((a, b) => a.code - b.code);

const byCode = new Map(xidCodes.map((one) => [one.code, one]));

/** What the catalogue says of a code; undefined where it does not have it. */
export const xidCode = (code: number): XidCode | undefined => byCode.get(code);

/** Codes as a sentence lists them, runs drawn together: `13, 31 and 144 to 150`. */
export const codeList = (codes: Iterable<number>): string => {
  const sorted = [...new Set(codes)].sort((a, b) => a - b);
  const runs = sorted.reduce<[number, number][]>((found, code) => {
    const last = found.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else found.push([code, code]);
    return found;
  }, []);
  const words = runs.flatMap(([from, to]) =>
    to - from > 1 ? [`${from} to ${to}`] : from === to ? [`${from}`] : [`${from}`, `${to}`],
  );
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
};
