import { chartNameIn } from "../stack/install/chart-name.ts";
import type { Stack } from "../stack/stack.ts";

/** What install.sh installs beside the stack and the GPU exporter comes from, as far as its line says it. */
export interface InstalledExporter {
  readonly source: "gpu-operator" | "dcgm-exporter";
  /** An exact version without a leading `v`. */
  readonly version: string | null;
  readonly namespace: string | null;
  readonly release: string | null;
  /** The line, for people. */
  readonly place: string;
}

/** Null where there is none, or more than one. */
export const installedExporter = ({ install }: Pick<Stack, "install">): InstalledExporter | null => {
  const [found, ...more] = (install?.otherCharts ?? []).flatMap(
    ({ chart, version, namespace, releaseName, at }): readonly InstalledExporter[] => {
      const source = chartNameIn(chart);
      if (source !== "gpu-operator" && source !== "dcgm-exporter") return [];
      const exact = /^v?(\d+\.\d+\.\d+)$/.exec(version ?? "")?.[1] ?? null;
      return [{ source, version: exact, namespace, release: releaseName, place: `${at.file}, line ${at.line}` }];
    },
  );
  return found === undefined || more.length > 0 ? null : found;
};
