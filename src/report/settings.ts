import type { Sourced } from "../core/sourced.ts";
import type { Inputs } from "../inputs.ts";
import type { Chart } from "../outside/chart.ts";
import type { Release, Stack } from "../stack/stack.ts";
import type { Setting } from "./report.ts";

/** What is installed and who said so: the input, the line of install.sh, the chart itself, or a default. */
export const releaseSettings = (
  { release, overlays, base }: Stack,
  inputs: Inputs,
  chart: Chart | undefined,
): readonly Setting[] => [
  setting("release", release.name, whoSays("release-name", inputs)),
  setting("namespace", release.namespace, whoSays("namespace", inputs)),
  setting("chart", release.chart, whoSays("chart", inputs)),
  chartVersion(release.version, chart, inputs),
  ...(release.repository.value === null
    ? []
    : [
        setting(
          "chart repository",
          { ...release.repository, value: release.repository.value },
          whoSays("chart-repository", inputs),
        ),
      ]),
  ...release.valueFiles.map((file) => setting("values file", file, whoSays("value-files", inputs))),
  ...release.sets.map((set) => ({
    name: `values by ${set.flag}`,
    // The value may be a secret: its key alone says what is set.
    value: set.flag === "--set-file" ? `${set.key}=${set.file}` : set.value.replace(/=.*/s, "=…"),
    source: `${set.at.file}:${set.at.line}`,
  })),
  { name: "base", value: base?.folder ?? "none", source: "the tree" },
  ...overlays.map(({ folder }) => ({
    name: "overlay",
    value: folder,
    source: inputs.overlays === undefined ? "no other kustomization includes it" : whoSays("overlays", inputs),
  })),
];

/**
 * A folder or an archive has the version it has; of a repository's chart without a pinned
 * version, the newest was taken.
 */
const chartVersion = ({ value, from, at }: Release["version"], chart: Chart | undefined, inputs: Inputs): Setting =>
  value === null
    ? { name: "chart version", value: chart?.version ?? "unknown", source: unpinned(chart) }
    : setting("chart version", { value, from, ...(at === undefined ? {} : { at }) }, whoSays("chart-version", inputs));

const unpinned = (chart: Chart | undefined): string =>
  /^(https?|oci):/.test(chart?.source ?? "") ? "not pinned: the newest there was" : "the chart itself";

/** The step, or the configuration file in its place. */
const whoSays = (input: string, { configured }: Inputs): string =>
  configured.has(input) ? `${input} in ${configured.get(input)}` : `input ${input}`;

const setting = (name: string, { value, from, at }: Sourced<string>, input: string): Setting => ({
  name,
  value,
  source: from === "input" ? input : at === undefined ? from : `${at.file}:${at.line}`,
});
