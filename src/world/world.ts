import type { Location, ResourceRef } from "../core/finding.ts";
import type { ExporterModel } from "../dcgm/exporter-model.ts";
import type { Labels } from "../kubernetes/labels.ts";
import type { JsonObject, Manifest, Path } from "../kubernetes/manifest.ts";
import type { YamlFile } from "../text/yaml-file.ts";

/**
 * An object that takes part: from the render, or declared by the exporter model (then nobody can edit it
 * here: `locate` answers null).
 */
export interface WorldObject {
  readonly ref: ResourceRef;
  readonly body: JsonObject;
  readonly manifest: Manifest | null;
  locate(path: Path): Location | null;
}

/** Everything the resolver looks at, by kind; objects keep the order of the render, the exporter's come last. */
export interface World {
  readonly exporter: ExporterModel;
  /** Namespace of the release: where objects without a namespace land. */
  readonly releaseNamespace: string;
  readonly releaseName: string;
  /** The chart of the release: its name, and the `appVersion` of its Chart.yaml. */
  readonly chart: { readonly name: string; readonly appVersion: string | null };
  ofKind(kind: string): readonly WorldObject[];
  /**
   * Labels of a namespace: those of its Namespace object and `kubernetes.io/metadata.name`, which the API server sets
   * on all. A namespace that no object describes has only that one for certain: `complete` is false then.
   */
  namespaceLabels(name: string): { readonly labels: Labels; readonly complete: boolean };
  /** Whether the namespace is one the tree, the release or the exporter knows. */
  knowsNamespace(name: string): boolean;
  /**
   * A file of the tree or of the release's values, by its path from the repository root: a fix edits its
   * lines. Null for any other.
   */
  file(path: string): YamlFile | null;
}

/** Whether base or an overlay brings the object: the repository's people can edit it. */
export const isOwn = ({ manifest }: Pick<WorldObject, "manifest">): boolean => manifest?.origin.from === "kustomize";

/** Whether the chart brings the object, and nothing of base or overlays is laid over it: the values decide of it. */
export const isOfChart = ({ manifest }: Pick<WorldObject, "manifest">): boolean => manifest?.origin.from === "chart";
