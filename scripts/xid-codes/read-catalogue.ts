/** GPUs that the catalogue tells apart, the oldest first: a column "Applies to …" each. */
export const catalogueGpus = ["A100", "H100", "B100", "GB200"] as const;
type Gpu = (typeof catalogueGpus)[number];

/** What src/dcgm/data/xid-codes.json holds. */
export interface XidData {
  readonly sources: readonly string[];
  /** The month of the catalogue, `YYYY-MM`. */
  readonly date: string;
  /** Codes by the action that is to be taken at once. */
  readonly actions: Readonly<Record<string, readonly number[]>>;
  /** Codes in use for which the catalogue names none. */
  readonly withoutAction: readonly number[];
  /** Codes that a GPU can report. */
  readonly gpus: Readonly<Record<Gpu, readonly number[]>>;
}

const sources = ["https://docs.nvidia.com/deploy/xid-errors/analyzing-xid-catalog.html"];

/**
 * Reads NVIDIA's catalogue as CSV, with the columns of its spreadsheet or without those that say to which GPU a code
 * applies: then which GPU reports which code is taken from `before`. What is called unused and no GPU reports is left
 * out. Throws an Error where a column is missing, or a code is no number.
 */
export const readCatalogue = (text: string, date: string, before: XidData["gpus"] | null): XidData => {
  const [header = [], ...rows] = text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map(cellsOf);
  const column = (...names: readonly string[]): number =>
    header.findIndex((cell) => names.some((name) => cell.toLowerCase().includes(name)));
  const [code, action] = [column("code"), column("immediate_action", "immediate action")];
  if (code < 0 || action < 0) throw new Error("the catalogue has no column for the code, or none for the action");
  const gpus = catalogueGpus.map((gpu) => [gpu, column(`applies to ${gpu.toLowerCase()}`)] as const);
  const described = column("description");
  const used = rows.filter((row) => row[described] !== "Unused" || gpus.every(([, at]) => row[at] !== "NO"));
  const byAction = Object.groupBy(used, (row) => row[action] ?? "");
  const codesOf = (some: readonly (readonly string[])[] = []): readonly number[] =>
    numbers(some.map((row) => row[code]));
  const actions = Object.entries(byAction).filter(([name]) => name !== "");
  const reported = (gpu: Gpu, at: number): readonly number[] =>
    at < 0 ? (before?.[gpu] ?? []) : codesOf(rows.filter((row) => row[at] === "YES"));
  return {
    sources,
    date,
    actions: Object.fromEntries(
      actions.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, some]) => [name, codesOf(some)]),
    ),
    withoutAction: codesOf(byAction[""]),
    gpus: Object.fromEntries(gpus.map(([gpu, at]) => [gpu, reported(gpu, at)])) as XidData["gpus"],
  };
};

const numbers = (cells: readonly (string | undefined)[]): readonly number[] =>
  cells.map((cell) => {
    if (!/^\d+$/.test(cell ?? "")) throw new Error(`"${cell}" is no code`);
    return Number(cell);
  });

/** A field over several lines is none that the columns have which are read here. */
const cellsOf = (line: string): readonly string[] =>
  Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g), ([, quoted, bare]) =>
    (quoted?.replaceAll('""', '"') ?? bare ?? "").trim(),
  );
