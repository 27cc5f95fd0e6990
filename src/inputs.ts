import type { Severity } from "./finding.ts";

export const modes = ["check", "deploy"] as const;
export type Mode = (typeof modes)[number];
export const allowances = ["remote-bases", "exec-plugins", "helm-charts"] as const;
export type Allowance = (typeof allowances)[number];

/** What the user asked for: read once, checked once, all problems told at once. Empty strings are undefined. */
export interface Inputs {
  readonly mode: Mode;
  readonly path: string;
  /** Folders of apply roots, as given; undefined: every apply root directly under `overlays/`. */
  readonly overlays: readonly string[] | undefined;
  readonly chart: string | undefined;
  readonly chartVersion: string | undefined;
  readonly chartRepository: string | undefined;
  readonly releaseName: string | undefined;
  readonly namespace: string | undefined;
  readonly valueFiles: readonly string[] | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly registryConfig: string | undefined;
  readonly chartUsername: string | undefined;
  readonly chartPassword: string | undefined;
  readonly chartCaFile: string | undefined;
  /** `default`, `cluster`, a folder or a location template; default: `default`. */
  readonly schemaLocations: readonly string[];
  readonly allow: readonly Allowance[];
  readonly kubeconfig: string | undefined;
  readonly kubeconfigData: string | undefined;
  readonly context: string | undefined;
  readonly expectedCluster: string | undefined;
  /** Milliseconds, for the rollout. */
  readonly timeoutMs: number;
  readonly failOn: Severity | "never";
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly reportDir: string | undefined;
  readonly toolVersions: {
    readonly helm: string | undefined;
    readonly kubectl: string | undefined;
    readonly kubeconform: string | undefined;
    readonly promtool: string | undefined;
    readonly amtool: string | undefined;
  };
  readonly tools: "auto" | "path";
}
