import type { Location } from "../core/finding.ts";
import type { Json, Path } from "../kubernetes/manifest.ts";
import type { Surroundings } from "./yaml-around.ts";

export interface YamlError {
  readonly message: string;
  readonly at: Location;
  /** True for a key that stands twice in one mapping. */
  readonly duplicateKey: boolean;
  /** True for a file that would take minutes and gigabytes to read: no tool is given it either. */
  readonly costly?: true;
}

/** One document of a YAML (or JSON) file: its value and the way from a path to a position. */
export interface YamlDocument {
  readonly value: Json;
  /**
   * The position of the value at `path`, of its nearest ancestor where there is none; aliases
   * and merge keys are followed.
   */
  locate(path: Path): Location;
  /** The position of the key that holds the value at `path`, likewise. */
  locateKey(path: Path): Location;
  /** What a line of the file, from 1, stands in within this document. */
  around(line: number): Surroundings;
}

export interface YamlFile {
  /** Relative to the repository root. */
  readonly file: string;
  readonly text: string;
  readonly documents: readonly YamlDocument[];
  readonly errors: readonly YamlError[];
}
