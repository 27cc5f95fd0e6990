export const toolNames = ["helm", "kubectl", "kubeconform", "promtool", "amtool"] as const;
export type ToolName = (typeof toolNames)[number];

/** A command that is ready to run, and where it came from. */
export interface Tool {
  readonly name: ToolName;
  /** Without a leading `v`, e.g. `4.3.1`. */
  readonly version: string;
  /** Absolute path of the executable. */
  readonly path: string;
  /**
   * `path` is trusted as it is; `cache` and `download` were verified by SHA-256; `built` came from pinned Go modules.
   */
  readonly source: "path" | "cache" | "download" | "built";
  /** SHA-256 of the executable, hexadecimal. */
  readonly sha256: string;
}

/**
 * What tells a tool from all others. The version, too: a version manager's script stands for whichever tool it starts.
 */
export const toolIdentity = ({ version, sha256 }: Pick<Tool, "version" | "sha256">): string => `${version} ${sha256}`;

/** Gets tools ready on first use; the same promise serves every later call. Throws OperatorError `tool-missing`. */
export interface Toolbox {
  get(name: ToolName): Promise<Tool>;
  /** What was got so far, for the report, sorted by name. */
  used(): readonly Tool[];
}
