import type { Sourced } from "../core/sourced.ts";

/** Where a release says that its chart is to be had. */
export interface ChartSource {
  readonly chart: Sourced<string>;
  /** Null: none is pinned, the newest is taken. */
  readonly version: Sourced<string | null>;
  readonly repository: Sourced<string | null>;
}

/** The chart as it was had: read once, then only our own copy of it is used. */
export interface Chart {
  readonly name: string;
  readonly version: string;
  readonly appVersion: string | null;
  /** Absolute path of our copy, an archive. */
  readonly path: string;
  /** SHA-256 of the archive that was had, or of the folder's files in path order; hexadecimal. */
  readonly digest: string;
  /** Where it came from, without credentials: a path, a repository's address, or `oci://…`. */
  readonly source: string;
}

/** Which values a chart takes: the text of its `values.yaml`, and of those of the charts in it. */
export interface ChartValues {
  readonly own: string;
  /** By the key under which their values stand; null where the chart is not there to be read. */
  readonly dependencies: ReadonlyMap<string, string | null>;
  /** Of these the ones that hold charts themselves, whose values nobody reads here. */
  readonly nesting: ReadonlySet<string>;
  /** The charts that keys turn on and off, by their condition's first key, e.g. `nodeExporter`. */
  readonly switches: ReadonlyMap<string, string>;
  /** All templates that read a value, of the charts in it as well; made when asked for: they have megabytes. */
  readonly templates: () => readonly string[];
}

/** The CustomResourceDefinitions in the `crds/` folders of a chart and the charts in it, as texts of their files. */
export interface ChartCrds {
  readonly all: () => readonly string[];
  /** Those of the chart that a document of helm's tells of; null where it is one of the chart's own. */
  readonly toldBy: (document: { readonly source: string; readonly text: string }) => readonly string[] | null;
}

/** What a chart is wanted for. */
export interface ChartUse {
  /** To be rendered, and never applied. */
  readonly onlyRendered: boolean;
}

/** The chart that helm gets, packed by us from bytes that were read once. */
export interface CopiedChart {
  readonly chart: Chart;
  /** Puts it where its path says; to be called before helm gets that. */
  readonly provide: () => Promise<void>;
  /** Where helm tells of them in few words; null where it has to print them. */
  readonly crds: ChartCrds | null;
  /** Null where its Chart.yaml cannot be read for them. */
  readonly values: ChartValues | null;
}
