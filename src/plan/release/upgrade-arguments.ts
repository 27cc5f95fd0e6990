import type { Chart } from "../../outside/chart.ts";
import { type CommandLine, commandLine, type Flag } from "../../outside/command-line.ts";
import type { Helm } from "../../outside/helm.ts";
import type { HelmValues } from "../../render/chart/copy-values.ts";
import type { Stack } from "../../stack/stack.ts";

/** What a release is brought to. */
export interface Upgrade {
  readonly stack: Pick<Stack, "release" | "valueFiles" | "setFiles">;
  readonly chart: Chart;
  /** Milliseconds, of each of helm's own waits. */
  readonly timeoutMs: number;
  /** What `helm history` will show. */
  readonly description: string;
  /** What is taken over, as the input `allow-owned` says: fields of other managers (helm 4), objects of nobody's. */
  readonly take: { readonly fields: boolean; readonly objects: boolean };
}

/**
 * helm's arguments, for helm 3 and 4 but for the wait. `--reset-values`: without it an upgrade reuses the last
 * release's values. `--skip-crds`: they are applied before. Not helm's own rollback: it removes the evidence of a
 * failure, and a failed first install altogether. helm 4 waits as helm 3 does: its own wait wants every pod of a
 * DaemonSet, and so would never end where a node is away, and lists and watches all objects of each kind of the chart.
 * https://github.com/helm/helm/blob/main/pkg/kube/wait.go
 */
export const upgradeArguments = (
  upgrade: Upgrade,
  values: HelmValues,
  { major }: Pick<Helm, "major">,
  cluster: readonly Flag[],
): CommandLine => {
  const { timeoutMs, description } = upgrade;
  return commandLine({
    verb: ["upgrade"],
    flags: [
      ...ofRelease(upgrade, values),
      ["wait", major === 4 ? "legacy" : true],
      ["timeout", `${Math.ceil(timeoutMs / 1000)}s`],
      ...(description === "" ? [] : [["description", description] as const]),
      ["output", "json"],
      ...cluster,
    ],
    positionals: target(upgrade),
  });
};

/** The same as a dry run against the cluster: it renders with `lookup`, and changes nothing. */
export const dryUpgradeArguments = (upgrade: Upgrade, values: HelmValues, cluster: readonly Flag[]): CommandLine =>
  commandLine({
    verb: ["upgrade"],
    flags: [...ofRelease(upgrade, values), ["dry-run", "server"], ["output", "json"], ...cluster],
    positionals: target(upgrade),
  });

const target = ({ stack, chart }: Upgrade): readonly string[] => [stack.release.name.value, chart.path];

const ofRelease = ({ stack, take }: Upgrade, values: HelmValues): readonly Flag[] => {
  const { namespace, createNamespace } = stack.release;
  return [
    ["install", true],
    ["namespace", namespace.value],
    ...(createNamespace ? [["create-namespace", true] as const] : []),
    ["reset-values", true],
    ...values.flags,
    ["skip-crds", true],
    ...(take.fields ? [["force-conflicts", true] as const] : []),
    ...(take.objects ? [["take-ownership", true] as const] : []),
  ];
};
