import type { Edit } from "../../src/core/finding.ts";
import type { SignalPath } from "../../src/signal/path/signal-path.ts";

/** Every edit that the broken hops of these paths offer. */
export const editsOf = (paths: readonly SignalPath[]): readonly Edit[] =>
  paths.flatMap(({ hops }) => hops.flatMap(({ fix }) => fix?.edits ?? []));
