import { type Finding, isSameLine, type Location } from "../core/finding.ts";
import type { SignalPath } from "../signal/path/signal-path.ts";

/**
 * The places that a finding knows of, the surest first: its own, the lines that its repair would write, the hops of the
 * signals that it ends, the broken ones first.
 */
export const knownPlaces = (finding: Finding, paths: readonly SignalPath[]): readonly Location[] => {
  const { at, fix, check } = finding;
  const edits = (fix?.edits ?? []).map(({ file, startLine }) => ({ file, line: startLine, column: 1 }));
  const ended = paths.filter(({ hops }) =>
    hops.some((hop) => hop.status === "broken" && hop.check === check && isSameLine(hop.at, at)),
  );
  const hops = ended.flatMap((path) => path.hops);
  const [broken, others] = [
    hops.filter(({ status }) => status === "broken"),
    hops.filter(({ status }) => status !== "broken"),
  ];
  return [...(at === undefined ? [] : [at]), ...edits, ...[...broken, ...others].flatMap((hop) => hop.at ?? [])];
};
