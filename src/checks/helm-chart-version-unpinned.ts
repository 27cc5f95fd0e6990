import type { Fix } from "../core/finding.ts";
import type { InstallScript, Stack } from "../stack/stack.ts";
import type { Check } from "./check.ts";

export const helmChartVersionUnpinned: Check = {
  id: "helm-chart-version-unpinned",
  title: "install.sh does not pin the chart to one version.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack", "render"],
  *find({ stack, render }) {
    const helm = stack.install?.helm;
    if (stack.install === null || helm == null || helm.chart === null || !isFetched(helm)) return;
    if (stack.release.version.from === "input" && isExact(stack.release.version.value)) return;
    if (isExact(helm.version) || helm.chart.includes("@sha256:")) return;
    yield {
      message:
        helm.version === null
          ? `${helm.chart} is installed without --version: each run takes the newest chart, which nobody has checked`
          : `--version ${helm.version} of ${helm.chart} is a range: each run takes the newest chart in it, which nobody has checked`,
      at: helm.at,
      fix: fixOf(stack, stack.install, helm, render.chart.chart.version),
    };
  },
};

type HelmCommand = NonNullable<InstallScript["helm"]>;

/**
 * A chart in a folder or an archive of the repository is pinned by the commit. Without `helm repo add`,
 * `a/b` may be such a folder.
 */
const isFetched = ({ chart, repository }: HelmCommand): boolean =>
  repository !== null || chart?.startsWith("oci://") === true;

const isExact = (version: string | null): boolean =>
  version !== null && /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/.test(version);

const fixOf = (stack: Stack, install: InstallScript, helm: HelmCommand, version: string): Fix =>
  // Another chart that an input names says nothing about the versions of this one.
  stack.release.chart.from === "input" || !isExact(version)
    ? { description: "Pin the version that you have tested: --version X.Y.Z", edits: [] }
    : {
        description: `Pin the version that was checked here: --version ${version}`,
        edits: edits(install, helm, version),
      };

/**
 * The line that names the chart, with the version behind it. A range stands somewhere else in the command: that
 * edit is left to a person.
 */
const edits = (
  { file, text }: InstallScript,
  { places, version: range }: HelmCommand,
  version: string,
): Fix["edits"] => {
  const { line, endLine, endColumn } = places.chart ?? {};
  const before = line === undefined ? undefined : text?.split(/\r?\n/)[line - 1];
  if (before === undefined || line === undefined || endColumn === undefined || (endLine ?? line) !== line) return [];
  if (range !== null) return [];
  const after = `${before.slice(0, endColumn - 1)} --version ${version}${before.slice(endColumn - 1)}`;
  return [{ file, startLine: line, endLine: line, text: after }];
};
