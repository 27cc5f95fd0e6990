import data from "./data/exporter-labels.json" with { type: "json" };
import { inRange } from "./version.ts";

/**
 * Labels that a version's metrics can have on a GPU or MIG device, and where that is written;
 * undefined where there is no data.
 */
export const labelsIn = (
  version: string,
): { readonly labels: readonly string[]; readonly source: string } | undefined => inRange(data.epochs, version);

/**
 * Labels that only this metric has: of the exporter's computed metrics and of an NVSwitch's at any version, of the XID
 * errors from the version on that adds them.
 */
export const ownLabels = (metric: string, version: string | null): readonly string[] => {
  if (metric !== "DCGM_FI_DEV_XID_ERRORS") return derived.get(metric) ?? [];
  return version === null ? [] : (inRange(data.epochs, version)?.xid ?? []);
};

const derived: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.derived));
