export const stageNames = ["load", "render", "validate", "check", "deploy"] as const;
export type StageName = (typeof stageNames)[number];

/** How one stage of the run ended. Durations are wall time in milliseconds. */
export type StageResult =
  | { readonly name: StageName; readonly status: "passed"; readonly durationMs: number }
  | { readonly name: StageName; readonly status: "failed"; readonly durationMs: number; readonly reason: string }
  | { readonly name: StageName; readonly status: "skipped"; readonly reason: string };
