import type { OptionValue } from "../checks/check-option.ts";
import type { Severity } from "../core/finding.ts";
import type { DeployTargets } from "../gate/deploy-target.ts";
import { type ClusterSize, unknownSize } from "../signal/capacity/cluster-size.ts";
import type { InputKind } from "./input-kind.ts";

/** What the configuration says of one check. */
export interface CheckSetting {
  readonly severity?: Severity | "off";
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** A finding that is let be although no comment can stand beside it, e.g. in a dashboard's JSON. */
export interface ConfiguredSuppression {
  readonly check: string;
  /** Relative to the repository root; absent: any file. */
  readonly file?: string;
  /** `Kind namespace/name`; absent: any object. */
  readonly resource?: string;
  readonly reason: string;
  /** Where the configuration says so. */
  readonly line: number;
}

/** The file `.prometheus-stack.yaml`, read and checked. */
export interface Config extends DeployTargets {
  /** Null: there is none. */
  readonly file: string | null;
  readonly checks: ReadonlyMap<string, CheckSetting>;
  readonly suppressions: readonly ConfiguredSuppression[];
  /** Path of the baseline, relative to the repository root. */
  readonly baseline: string;
  /** What inputs say that the step does not give, as a workflow would write it; a target's before the file's own. */
  readonly inputs: Readonly<Record<string, string>>;
  /** How large the cluster is, as far as the file says; a target's own numbers before those of all. */
  readonly clusterSize: ClusterSize;
}

export const defaultConfigFile = ".prometheus-stack.yaml";
export const defaultBaseline = ".prometheus-stack-baseline.json";

/** What counts where there is no file. */
export const noConfig: Config = {
  file: null,
  checks: new Map(),
  suppressions: [],
  baseline: defaultBaseline,
  inputs: {},
  clusterSize: unknownSize,
  target: null,
  targets: [],
  notRead: null,
};

/**
 * Inputs that the file may give, for all targets or for one, and what it may say of each. Those that action.yml
 * gives a default are not among them: nobody could tell whether the step gave them; and none that grants
 * anything: the file is the tree's.
 */
export const configurableInputs = {
  overlays: "paths",
  chart: "chart",
  "chart-version": "text",
  "chart-repository": "chart-repository",
  "release-name": "text",
  namespace: "text",
  "value-files": "paths",
  "kubernetes-version": "text",
  exporter: "exporter",
  "exporter-version": "text",
  "exporter-namespace": "text",
  "exporter-release": "text",
} as const satisfies Readonly<Record<string, InputKind>>;
