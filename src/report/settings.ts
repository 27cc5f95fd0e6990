import type { Inputs } from "../inputs.ts";
import type { Sourced, Stack } from "../stack/stack.ts";
import type { Setting } from "./report.ts";

/** What is installed and who said so: the input, the line of install.sh, or a default. */
export const settingsOf = ({ release, overlays, base }: Stack, inputs: Inputs): readonly Setting[] => [
  setting("release", release.name, "release-name"),
  setting("namespace", release.namespace, "namespace"),
  setting("chart", release.chart, "chart"),
  setting("chart version", named(release.version, "not pinned: the newest"), "chart-version"),
  setting("chart repository", named(release.repository, "none"), "chart-repository"),
  ...release.valueFiles.map((file) => setting("values file", file, "value-files")),
  ...release.sets.map(({ flag, value, at }) => ({
    name: `values by ${flag}`,
    // The value may be a secret: its key alone says what is set.
    value: value.replace(/=.*/s, "=…"),
    source: `${at.file}:${at.line}`,
  })),
  { name: "base", value: base?.folder ?? "none", source: "the tree" },
  {
    name: "overlays",
    value: overlays.map(({ folder }) => folder).join(", ") || "none",
    source: inputs.overlays === undefined ? "every apply root under overlays/" : "input overlays",
  },
];

const named = (sourced: Sourced<string | null>, absent: string): Sourced<string> => ({
  ...sourced,
  value: sourced.value ?? absent,
});

const setting = (name: string, { value, from, at }: Sourced<string>, input: string): Setting => ({
  name,
  value,
  source: from === "input" ? `input ${input}` : at === undefined ? from : `${at.file}:${at.line}`,
});
