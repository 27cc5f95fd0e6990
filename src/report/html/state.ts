import type { HopStatus } from "../../signal/path/signal-path.ts";
import type { Sight } from "../../verify/verification.ts";
import { type Html, html } from "./markup.ts";

type State = HopStatus | Sight | "error" | "warning" | "notice" | "none" | "passed" | "failed" | "skipped";

/** A sign and a word a state: nobody needs its colour. */
const shown = {
  ok: ["good", "✓", "ok"],
  seen: ["good", "✓", "seen"],
  passed: ["good", "✓", "passed"],
  broken: ["bad", "✕", "broken"],
  "not-seen": ["bad", "✕", "not seen"],
  failed: ["bad", "✕", "failed"],
  error: ["bad", "✕", "error"],
  warning: ["doubtful", "!", "warning"],
  unknown: ["doubtful", "?", "unknown"],
  "cannot-be-seen": ["doubtful", "?", "cannot be seen"],
  notice: ["quiet", "i", "notice"],
  skipped: ["quiet", "–", "skipped"],
  none: ["quiet", "–", "none"],
} as const satisfies Readonly<Record<State, readonly [string, string, string]>>;

/** The state as a sign with its word. */
export const stateMark = (state: State): Html => {
  const [tone, sign, word] = shown[state];
  return html`<span class="state ${tone}"><span aria-hidden="true">${sign}</span> ${word}</span>`;
};

/** The worst of several; `none` of none. */
export const worstOf = (states: readonly HopStatus[]): HopStatus | "none" =>
  (["broken", "unknown", "ok"] as const).find((one) => states.includes(one)) ?? "none";

/** How a state is drawn: its class in the style sheet, and its sign. */
export const toneOf = (state: State): { readonly tone: string; readonly sign: string } => {
  const [tone, sign] = shown[state];
  return { tone, sign };
};
