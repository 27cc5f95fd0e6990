import type { Location, ResourceRef } from "../core/finding.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { Chart, ChartValues, CopiedChart } from "../outside/chart.ts";

/** One kustomize build. */
export interface RootBuild {
  /** The apply root's folder. */
  readonly root: string;
  readonly layer: "base" | "overlay";
  /** The text that `kubectl kustomize` printed, as applied. */
  readonly text: string;
  readonly manifests: readonly Manifest[];
  /** Deprecated fields that kustomize warned of. */
  readonly warnings: readonly { readonly message: string; readonly at: Location }[];
  /** Null when it built. */
  readonly error: { readonly message: string; readonly at: Location } | null;
}

export interface ChartRender {
  readonly chart: Chart;
  /** Objects that stay. */
  readonly manifests: readonly Manifest[];
  /** Hooks run and go: listed apart. */
  readonly hooks: readonly Manifest[];
  /** The chart's CustomResourceDefinitions as YAML text, one document each. */
  readonly crds: readonly string[];
  /**
   * True where the values keep helm from installing them (`crds.enabled: false`): they say what objects look
   * like, and are not applied.
   */
  readonly crdsSwitchedOff?: boolean;
  /** What helm gets of it, to be rendered otherwise. */
  readonly copied?: CopiedChart;
  /** Which values it takes; null where its Chart.yaml could not be read for them. */
  readonly values?: ChartValues | null;
  /** Null when it rendered. */
  readonly error: { readonly message: string; readonly at: Location } | null;
}

/** A value that differs between two renders of the same input, e.g. a random password. */
export interface Unstable {
  readonly ref: ResourceRef;
  /** JSON pointers (RFC 6901) into the object. */
  readonly pointers: readonly string[];
}

export interface Render {
  readonly chart: ChartRender;
  readonly roots: readonly RootBuild[];
  /** Known only where the render was done twice (deploy); null otherwise. */
  readonly unstable: readonly Unstable[] | null;
}

/** Every object that would be applied and stay, chart first, then base and overlays in their order. */
export const allManifests = (render: Render): readonly Manifest[] => [
  ...render.chart.manifests,
  ...render.roots.flatMap((root) => root.manifests),
];
