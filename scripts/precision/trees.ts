import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A public repository, how its files become a stack, and what reading them said of every error. */
export interface Tree {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly commit: string;
  /** Folders that are looked through; default: all. */
  readonly under?: readonly string[];
  /** Files that its owner does not apply. */
  readonly without?: readonly string[];
  /**
   * File with the chart's values, or they themselves where a script or a README has them; default: the HelmRelease
   * of kube-prometheus-stack.
   */
  readonly values?: string | Readonly<Record<string, unknown>>;
  /** What the values stand under in that file. */
  readonly key?: string;
  /** Values over these that a Secret or a command line has, as far as the rest hangs on them. */
  readonly valuesOver?: Readonly<Record<string, unknown>>;
  /** Plain rule files of Prometheus, or folders of them: they become PrometheusRules. */
  readonly rules?: readonly string[];
  /** A configuration file of Prometheus: its scrape_configs become the release's additionalScrapeConfigs. */
  readonly scrapes?: string;
  /** Name of the release; default: that of the HelmRelease, else `kube-prometheus-stack`. */
  readonly release?: string;
  /** Namespace of the release; default: that of the HelmRelease, else `monitoring`. */
  readonly namespace?: string;
  /** The chart's version that the repository pins; default: {@link defaultChart}. */
  readonly chart?: string;
  /** Values of variables that Flux fills in. */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * What the repository installs: a value of the input `exporter`; `own`: manifests of its own, or nothing that is
   * known; `none`: it reads no GPU metric.
   */
  readonly exporter: string;
  /** Version and namespace of what `exporter` names; default: the action's. */
  readonly exporterVersion?: string;
  readonly exporterNamespace?: string;
  /** File with its values, or they themselves; default: its HelmRelease. */
  readonly exporterValues?: string | Readonly<Record<string, unknown>>;
  readonly verdicts?: readonly Verdict[];
}

/** The chart's version that a tree is checked with where it pins none, or one of the last two years. */
export const defaultChart = "88.5.3";

export const verdicts = ["true", "unsure", "false"] as const;

/** What reading the files said of the errors of one check about one object. */
export interface Verdict {
  readonly check: string;
  /** `Kind namespace/name`; absent: about all errors of the check that name none. */
  readonly resource?: string;
  readonly verdict: (typeof verdicts)[number];
  readonly because: string;
}

/** The trees of `trees.yaml`. */
export const readTrees = (): readonly Tree[] => {
  const { trees } = parse(readFileSync(new URL("trees.yaml", import.meta.url), "utf8")) as { trees: Tree[] };
  return trees;
};
