import { unquote } from "../promql/unquote.ts";
import { templateActions } from "./template-actions.ts";

/** Stands where a template puts in what it knows only when the alert fires. */
const filler = "filled_in_by_printf";

/** Whether a matcher's value is put in by the template. */
export const isFilledIn = (value: string): boolean => value.includes(filler);

/** Characters; nobody writes an action of this length, and looking through one of a megabyte takes minutes. */
const longestAction = 10_000;

const literal = String.raw`("(?:\\.|[^"\\\n])*"|\`[^\`]*\`)`;
const args = String.raw`(?:\s+[$.\w]+)*`;

const plain = [
  new RegExp(String.raw`\bquery\s+${literal}`, "g"),
  new RegExp(String.raw`${literal}\s*\|\s*query\b`, "g"),
];
const printed = [
  new RegExp(String.raw`\bquery\s*\(\s*printf\s+${literal}${args}\s*\)`, "g"),
  new RegExp(String.raw`\bprintf\s+${literal}${args}\s*\|\s*query\b`, "g"),
];

/**
 * The queries of a template whose text is written in it: `query "…"`, `"…" | query`, and the same with `printf`, whose
 * values stand as a filler. Those that are put together otherwise are left out.
 * https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 */
export const templateQueries = (text: string): readonly string[] =>
  templateActions(text)
    .filter((action) => action.length < longestAction && !action.startsWith("/*"))
    .flatMap((action) =>
      action.includes("printf") ? literalsIn(action, printed).flatMap(printedText) : literalsIn(action, plain),
    );

const literalsIn = (action: string, forms: readonly RegExp[]): readonly string[] =>
  forms.flatMap((form) => [...action.matchAll(form)].flatMap(([, quoted = ""]) => unquote(quoted) ?? []));

/** What `printf` makes of a format, where all that it puts in are values of labels. */
const printedText = (format: string): readonly string[] => {
  const made = format.replaceAll(/%(.)/gs, (verb, letter: string) => fillers[letter] ?? verb);
  const outside = made.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, "");
  return /%[^%\s]/.test(made) || isFilledIn(outside) ? [] : [made];
};

const fillers: Readonly<Record<string, string>> = { s: filler, v: filler, q: `"${filler}"`, "%": "%" };
