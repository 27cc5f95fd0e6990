import semver from "semver";
import type { Completed } from "../../outside/exec.ts";
import type { ToolName } from "../../outside/tools.ts";

interface Supported {
  /** Versions that are taken from PATH when none is asked for, as semver writes ranges. */
  readonly range: string;
  /** Arguments that make the tool print its version without talking to anybody. */
  readonly versionArgs: readonly string[];
}

export const supported: Readonly<Record<ToolName, Supported>> = {
  // 3.13 brought --plain-http for registries, 3.14 --reset-then-reuse-values; both majors are tested. Go templates
  // print no more than the number.
  helm: { range: ">=3.14.0 <5.0.0", versionArgs: ["version", "--template", "{{.Version}}"] },
  // 1.27 is the first whose kustomize is 5, whose field names and origin annotations are read here.
  kubectl: { range: ">=1.27.0 <2.0.0", versionArgs: ["version", "--client", "--output", "json"] },
  // No 1.0 yet: what a later one prints is unknown.
  kubeconform: { range: ">=0.6.0 <1.0.0", versionArgs: ["-v"] },
  // Prometheus 3 reads another PromQL than 2 (left-open ranges, UTF-8 names): the judge must be of the chart's major.
  promtool: { range: ">=3.0.0 <4.0.0", versionArgs: ["--version"] },
  // 0.27 is the first that reads matchers with UTF-8 as the Alertmanager of today does.
  amtool: { range: ">=0.27.0 <1.0.0", versionArgs: ["--version"] },
};

/**
 * The version in what a tool printed, without a leading `v`; undefined for a build that does not know its own
 * (`v4.3`, `development`, blank).
 */
export const readVersion = (name: ToolName, { code, stdout, stderr }: Completed): string | undefined => {
  if (code !== 0) return undefined;
  const text = name === "kubectl" ? clientVersion(stdout) : `${stdout}\n${stderr}`;
  const found = /(?:^|[\sv])(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)(?=$|[\s,])/m.exec(text)?.[1];
  // semver drops build data (`+k3s1`, `+g6d2fdf4`), which is no difference between versions.
  return found === undefined ? undefined : (semver.parse(found)?.version ?? undefined);
};

const clientVersion = (json: string): string => {
  try {
    const parsed = JSON.parse(json) as { clientVersion?: { gitVersion?: unknown } };
    return String(parsed.clientVersion?.gitVersion ?? "");
  } catch {
    return "";
  }
};

/** Whether a version may be used: the exact one that is asked for, else one of the supported range. */
export const fits = (name: ToolName, version: string, asked: string | undefined): boolean =>
  asked === undefined
    ? semver.satisfies(version, supported[name].range, { includePrerelease: true })
    : semver.eq(version, asked);
