/** A name that releases before 0.16 have, and what later ones call it. */
export interface RenamedMetric {
  readonly from: string;
  readonly to: string;
  /** Whether the values are the same. */
  readonly plain: boolean;
}

/**
 * Reads the exporter's own rules that record the names of one side of 0.16 from those of the other: the newer is the
 * one that the exporter has since 1.0.
 */
export const renamedIn = (rules: string, isThere: (name: string) => boolean): readonly RenamedMetric[] => {
  const pairs = [...rules.matchAll(/- record: (node_\w+)\n\s+expr: (.+)\n/g)].flatMap(([, record = "", expr = ""]) => {
    const [read = ""] = /node_\w+/.exec(expr) ?? [];
    if (isThere(record) === isThere(read)) return [];
    const plain = expr.trim() === read;
    return [isThere(record) ? { from: read, to: record, plain } : { from: record, to: read, plain }];
  });
  return [...new Map(pairs.map((pair) => [pair.from, pair])).values()];
};
