import type { Location, Problem } from "../core/finding.ts";
import type { Sourced } from "../core/sourced.ts";
import type { ChartSource } from "../outside/chart.ts";
import type { NotReadReason } from "../outside/workspace.ts";
import type { YamlFile } from "../text/yaml-file.ts";

/** One `--set`-like argument of the helm line, in its order; helm itself reads `value`. */
export interface SetText {
  readonly flag: "--set" | "--set-string" | "--set-json" | "--set-literal";
  readonly value: string;
  /** The variable that the script takes a secret from: its name stands in `value` for what nobody knows here. */
  readonly environment?: string;
  readonly at: Location;
}

/** One pair of a `--set-file`, taken apart here: helm gets a copy under a name of ours. */
export interface SetFile {
  readonly flag: "--set-file";
  readonly key: string;
  /** Relative to the repository root. */
  readonly file: string;
  readonly at: Location;
}

export type SetArgument = SetText | SetFile;

/** A line of install.sh that is not understood, or refused. */
export interface UnclearLine extends Problem {
  readonly at: Location;
  /** The inputs that, all of them set, make the line irrelevant; empty where none can. */
  readonly replacedBy: readonly string[];
}

/** What `upstream/install.sh` says; it is parsed, never executed. */
export interface InstallScript {
  readonly file: string;
  /** The script itself: fixes are edits of its lines. */
  readonly text?: string;
  /** The `helm install` or `helm upgrade` line, when exactly one could be understood. */
  readonly helm: {
    readonly at: Location;
    /** `install`, `upgrade`, or `upgrade --install`. */
    readonly command: "install" | "upgrade" | "upgrade --install";
    readonly releaseName: string | null;
    /** As written; a chart in the repository as a path relative to its root. */
    readonly chart: string | null;
    readonly version: string | null;
    /** The address: from `--repo`, or from the `helm repo add` of the chart's prefix. */
    readonly repository: string | null;
    readonly namespace: string | null;
    readonly createNamespace: boolean;
    /** Relative to the repository root, in their order. */
    readonly valueFiles: readonly { readonly file: string; readonly at: Location }[];
    readonly sets: readonly SetArgument[];
    /** Where each of these stands. */
    readonly places: Partial<
      Readonly<Record<"releaseName" | "chart" | "version" | "repository" | "namespace", Location>>
    >;
  } | null;
  /** The charts of its other calls of helm, which install something beside the stack. */
  readonly otherCharts: readonly OtherChart[];
  /** The repositories that it adds, by name. */
  readonly repositories: Readonly<Record<string, string>>;
  /** What could not be understood or is refused, each with its line: `install-script-unclear`. */
  readonly unclear: readonly UnclearLine[];
}

/** What is installed beside the stack; of its arguments, those that are known. */
export interface OtherChart {
  /** As written. */
  readonly chart: string;
  readonly at: Location;
  /** Null, as the next two, where the line does not say it, or says what is not known. */
  readonly releaseName: string | null;
  readonly namespace: string | null;
  /** A version, or a range of versions. */
  readonly version: string | null;
  /** Files of the repository, relative to its root, in their order. */
  readonly valueFiles: readonly string[];
  /** Values of `--set` and `--set-string`. */
  readonly sets: readonly string[];
}

/** The chart and how it is installed: inputs win over the script, the script over defaults. */
export interface Release extends ChartSource {
  readonly name: Sourced<string>;
  readonly namespace: Sourced<string>;
  readonly valueFiles: readonly Sourced<string>[];
  readonly sets: readonly SetArgument[];
  readonly createNamespace: boolean;
}

/** One kustomization folder. Paths are relative to the repository root. */
export interface Kustomization {
  /** As the stack names it; it may lead through a link. */
  readonly folder: string;
  /** The same with every link followed: what kustomize resolves the references from. */
  readonly root: string;
  /** `…/kustomization.yaml`, `.yml` or `Kustomization`. */
  readonly file: string;
  readonly layer: "base" | "overlay";
  readonly yaml: YamlFile;
  /** `Component` kinds are built only through those that include them. */
  readonly kind: "Kustomization" | "Component";
  /** Every local file and folder it refers to: resources, components, bases, patches, generator inputs, and so on. */
  readonly references: readonly KustomizeReference[];
  readonly build: BuildFiles;
}

/**
 * What kustomize gets in place of files that it would take as configuration: JSON of what we read in
 * them, by their real places.
 */
export interface BuildFiles {
  /** The kustomization; nothing where kustomize would not read it. */
  readonly own: ReadonlyMap<string, string>;
  /** The objects of generators, transformers and validators. */
  readonly plugins: ReadonlyMap<string, string>;
  /** Why there is nothing to hand on: the first mistake in one of them. */
  readonly broken: (Problem & { readonly at: Location }) | null;
}

export interface KustomizeReference {
  /** The field that names it, e.g. `resources` or `configMapGenerator`. */
  readonly field: string;
  /** As written. */
  readonly text: string;
  readonly at: Location;
  /**
   * `remote` for URLs and git bases, `plugin` for exec and container plugins, `chart` for helmCharts, `outside` for
   * what leaves the workspace (absolute paths too: they hold on one machine only), `special` for a FIFO or a device,
   * which nobody opens, `unsafe` for what helm would not take as a name.
   */
  readonly target: "file" | "folder" | "remote" | "plugin" | "chart" | "outside" | "special" | "unsafe" | "missing";
  /**
   * Relative to the repository root, for `file`, `folder`, and the file that configures a plugin; the kustomization's
   * own where a plugin is configured in place.
   */
  readonly path: string | null;
  /** Where `path` leads through a link: the place behind it. */
  readonly real?: string;
}

/** A file of the tree that was not read, and why. */
export interface UnreadableFile {
  readonly file: string;
  readonly message: string;
  readonly why: NotReadReason;
}

/** The tree on disk, understood as far as it can be; what is wrong with it stays inside as data for the checks. */
export interface Stack {
  /** The stack's folder, e.g. `prometheus-stack`. */
  readonly path: string;
  readonly kustomizations: readonly Kustomization[];
  /** `base/` when it has a kustomization. */
  readonly base: Kustomization | null;
  /** The apply roots that belong to this run, in the order they are applied. */
  readonly overlays: readonly Kustomization[];
  /** `base/` and folders directly under `overlays/` whose YAML files nothing builds, each with its first file. */
  readonly foldersWithoutKustomization: readonly { readonly folder: string; readonly firstFile: string }[];
  /** Every YAML and JSON file under base and overlays, with its errors. */
  readonly files: readonly YamlFile[];
  /** The release's value files, in their order; read as helm reads YAML. */
  readonly valueFiles: readonly YamlFile[];
  /**
   * Where the chart is one of the repository around kube-prometheus-stack: the key of its values that are for that, and
   * its own `values.yaml`, in which they may stand. Null for any other.
   */
  readonly umbrella?: { readonly key: string; readonly values: YamlFile | null } | null;
  /** What the files of `--set-file` hold, by their paths. */
  readonly setFiles: Readonly<Record<string, string>>;
  /** Files that were not read (too large, binary, leaving the workspace), each with the reason. */
  readonly unreadable: readonly UnreadableFile[];
  /** Null where the tree has none and inputs name the chart. */
  readonly install: InstallScript | null;
  readonly release: Release;
}
