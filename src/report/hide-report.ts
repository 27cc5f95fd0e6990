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

/** What holds no secret is the same in it: of a large report that is nearly all. */
const hidden = (value: unknown, hide: Hide): unknown => {
  if (typeof value === "string") return hide(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return hiddenItems(value, hide);
  const keys = Object.keys(value);
  const inners = Object.values(value);
  const shown = inners.map((inner, at) =>
    keys[at] === "edits" && Array.isArray(inner) ? editsToShow(inner, hide) : hidden(inner, hide),
  );
  const names = keys.map(hide);
  return isSame(names, keys) && isSame(shown, inners)
    ? value
    : Object.fromEntries(names.map((name, at) => [name, shown[at]]));
};

const hiddenItems = (items: readonly unknown[], hide: Hide): readonly unknown[] => {
  const shown = items.map((item) => hidden(item, hide));
  return isSame(shown, items) ? items : shown;
};

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.every((one, at) => Object.is(one, others[at]));

const editsToShow = (edits: readonly Edit[], hide: Hide): readonly Edit[] =>
  edits.some(({ file, text }) => hide(file) !== file || isPrivate(text, hide)) ? [] : edits;

/** Also what a repair itself would write under the name of a secret, which no file holds yet. */
const isPrivate = (text: string, hide: Hide): boolean =>
  hide(text) !== text || mapSecretsInText(text, () => "") !== text;
