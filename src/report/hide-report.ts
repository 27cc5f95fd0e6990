import type { Edit } from "../core/finding.ts";
import { once } from "../core/once.ts";
import type { Hide } from "../secrets/hide-secrets.ts";
import { mapSecretsInText } from "../secrets/secrets-in-text.ts";
import type { Report } from "./report.ts";

/**
 * The report with every text in it hidden, whatever its shape: what is added to it later is hidden too. A repair whose
 * lines hold a secret loses its edits and keeps its description: without the secret the edit would be wrong.
 */
export const hideReport = (report: Report, hide: Hide): Report =>
  // A report says many words often: checks, files, addresses of pages.
  hidden(report, once(hide)) as Report;

const hidden = (value: unknown, hide: Hide): unknown => {
  if (typeof value === "string") return hide(value);
  if (Array.isArray(value)) return value.map((item) => hidden(item, hide));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    hide(key),
    key === "edits" && Array.isArray(inner) ? editsToShow(inner, hide) : hidden(inner, hide),
  ]);
  return Object.fromEntries(entries);
};

const editsToShow = (edits: readonly Edit[], hide: Hide): readonly Edit[] =>
  edits.some(({ file, text }) => hide(file) !== file || isPrivate(text, hide)) ? [] : edits;

/** Also what a repair itself would write under the name of a secret, which no file holds yet. */
const isPrivate = (text: string, hide: Hide): boolean =>
  hide(text) !== text || mapSecretsInText(text, () => "") !== text;
