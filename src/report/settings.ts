import type { Inputs } from "../inputs.ts";
import type { Chart } from "../render/render.ts";
import type { Release, Sourced, Stack } from "../stack/stack.ts";
import type { Setting } from "./report.ts";

/** What is installed and who said so: the input, the line of install.sh, the chart itself, or a default. */
export const settingsOf = (
  { release, overlays, base }: Stack,
  inputs: Inputs,
  chart: Chart | undefined,
): readonly Setting[] => [
  setting("release", release.name, "release-name"),
  setting("namespace", release.namespace, "namespace"),
  setting("chart", release.chart, "chart"),
  chartVersion(release.version, chart),
  ...(release.repository.value === null
    ? []
    : [setting("chart repository", { ...release.repository, value: release.repository.value }, "chart-repository")]),
  ...release.valueFiles.map((file) => setting("values file", file, "value-files")),
  ...release.sets.map(({ flag, value, at }) => ({
    name: `values by ${flag}`,
    // The value may be a secret: its key alone says what is set.
    value: value.replace(/=.*/s, "=…"),
    source: `${at.file}:${at.line}`,
  })),
  { name: "base", value: base?.folder ?? "none", source: "the tree" },
  ...overlays.map(({ folder }) => ({
    name: "overlay",
    value: folder,
    source: inputs.overlays === undefined ? "no other kustomization includes it" : "input overlays",
  })),
];

/** A folder or an archive has the version it has; of a repository's chart without a pinned version, the newest was taken. */
const chartVersion = ({ value, from, at }: Release["version"], chart: Chart | undefined): Setting =>
  value === null
    ? { name: "chart version", value: chart?.version ?? "unknown", source: unpinned(chart) }
    : setting("chart version", { value, from, ...(at === undefined ? {} : { at }) }, "chart-version");

const unpinned = (chart: Chart | undefined): string =>
  /^(https?|oci):/.test(chart?.source ?? "") ? "not pinned: the newest there was" : "the chart itself";

const setting = (name: string, { value, from, at }: Sourced<string>, input: string): Setting => ({
  name,
  value,
  source: from === "input" ? `input ${input}` : at === undefined ? from : `${at.file}:${at.line}`,
});
