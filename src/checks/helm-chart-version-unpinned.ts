import type { Fix, Location } from "../finding.ts";
import type { InstallScript } from "../stack/stack.ts";
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
    const { version } = render.chart.chart;
    yield {
      message:
        helm.version === null
          ? `${helm.chart} is installed without --version: each run takes the newest chart, which nobody has checked`
          : `--version ${helm.version} of ${helm.chart} is a range: each run takes the newest chart in it, which nobody has checked`,
      at: helm.at,
      fix: {
        description: `Pin the version that was checked here: --version ${version}`,
        edits: edits(stack.install, helm.at, helm, version),
      },
    };
  },
};

type HelmLine = NonNullable<InstallScript["helm"]>;

/** A chart in a folder or an archive of the repository is pinned by the commit. Without `helm repo add`, `a/b` may be such a folder. */
const isFetched = ({ chart, repository }: HelmLine): boolean =>
  repository !== null || chart?.startsWith("oci://") === true;

const isExact = (version: string | null): boolean =>
  version !== null && /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/.test(version);

/** The line that names the chart, with the version behind it: only where it stands in one line of the command, once. */
const edits = ({ file, text }: InstallScript, at: Location, helm: HelmLine, version: string): Fix["edits"] => {
  if (text === undefined || helm.chart === null || helm.version !== null || !isExact(version)) return [];
  const lines = text.split(/\r?\n/).slice(at.line - 1, at.endLine ?? at.line);
  const word = new RegExp(`(?<=^|\\s)(["']?)${literal(helm.chart)}\\1(?=\\s|$)`, "g");
  const hits = lines.flatMap((line, index) => [...line.matchAll(word)].map(() => index));
  const [index] = hits;
  if (index === undefined || hits.length > 1) return [];
  const line = at.line + index;
  return [
    { file, startLine: line, endLine: line, text: (lines[index] ?? "").replace(word, `$& --version ${version}`) },
  ];
};

/** The text as a regular expression that matches just it. */
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
