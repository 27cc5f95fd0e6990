import type { Edit, Fix, Location, Problem } from "../core/finding.ts";
import { moveKey } from "../fix/move-key.ts";
import { isObject, valueAt } from "../kubernetes/manifest.ts";
import type { JudgedValue } from "../render/chart/judge-values.ts";
import { type MetValue, metValues } from "../render/chart/met-values.ts";
import { switchedOff } from "../render/chart/switched-off.ts";
import { argumentsOn } from "../render/chart/value-sources.ts";
import { type MeantPlace, whereKnown } from "../render/chart/where-known.ts";
import type { Stack } from "../stack/stack.ts";
import { lineOf } from "../text/line-of.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import type { Check } from "./check.ts";

export const helmUnknownValue: Check = {
  id: "helm-unknown-value",
  title: "A value has a name that the chart does not know, or is a text where the chart asks for true or false.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack", "render", "unknownValues"],
  *find({ stack, render, unknownValues }) {
    const { values } = render.chart;
    if (values === undefined || values === null) return;
    const isOff = switchedOff(stack, render.chart, values);
    let moves = 0;
    for (const one of unknownValues.filter(isTold)) {
      if (one.meant !== undefined) yield unknownKey(one, null, renamed(one, one.meant));
      else {
        const place = whereKnown(one.path, one.value, values);
        const isTried = place !== null && moves < mostMoves;
        if (isTried) moves += 1;
        yield unknownKey(one, place, isTried && !isOff(place.path) ? moved(one, place, stack) : []);
      }
    }
    for (const met of metValues(stack, values)) yield* textForSwitch(met);
  },
};

/** Each is tried on the whole file. */
const mostMoves = 10;

/**
 * What a render proves; else, where nothing hands it on, a name that looks misspelt, and one at the top that the chart
 * does not even show in a comment.
 */
const isTold = ({ effect, meant, handedOn, shown, path }: JudgedValue): boolean =>
  effect === "none" || (effect === "unknown" && !handedOn && !shown && (meant !== undefined || path.length === 1));

const unknownKey = (value: JudgedValue, place: MeantPlace | null, edits: readonly Edit[]): Problem => {
  const { document, path, meant, effect } = value;
  const right = meant === undefined ? place?.path : [...path.slice(0, -1), meant];
  const proof = effect === "none" ? "rendering without it gives the same objects" : "no template reads it";
  return {
    message: `the chart knows no value ${path.join(".")}, and ${proof}${right === undefined ? "" : `: it has ${right.join(".")}`}`,
    at: document.locateKey(path),
    fix: { description: advice(meant, place), edits },
  };
};

/**
 * Moved where a render proves that it does nothing where it is, nothing stands at the right place, and that takes what
 * it holds. In a part that is off it would do nothing either.
 */
const moved = ({ file, path, effect, value }: JudgedValue, place: MeantPlace, stack: Stack): readonly Edit[] => {
  const taken = isObject(place.value) ? Object.keys(place.value) : [];
  const fits = taken.length === 0 || (isObject(value) && Object.keys(value).every((key) => taken.includes(key)));
  const isFree =
    !argumentsOn(stack.release.sets)(place.path) &&
    stack.valueFiles.every(({ documents: [document] }) => valueAt(document?.value, place.path) === undefined);
  const edit = effect === "none" && place.certain && fits && isFree ? moveKey(file, path, place.path) : null;
  return edit === null ? [] : [edit];
};

const advice = (meant: string | undefined, place: MeantPlace | null): string => {
  if (meant !== undefined) return `Write ${meant}.`;
  return place === null
    ? "Remove it, or look its place up in the chart's values.yaml."
    : `The chart has ${place.path.join(".")}: move it there, or remove it.`;
};

const renamed = ({ file, document, path, fits }: JudgedValue, meant: string): readonly Edit[] => {
  const [at, key] = [document.locateKey(path), String(path.at(-1))];
  const line = lineOf(file, at.line);
  const [lead, rest] = [line.slice(0, at.column - 1), line.slice(at.column - 1)];
  const isTaken = valueAt(document.value, [...path.slice(0, -1), meant]) !== undefined;
  if (!fits || isTaken || !rest.startsWith(`${key}:`)) return [];
  return [{ file: file.file, startLine: at.line, endLine: at.line, text: lead + meant + rest.slice(key.length) }];
};

/** Templates take any text that is not empty for true, `"false"` as well. */
function* textForSwitch({ file, document, path, value, known }: MetValue): Iterable<Problem> {
  const word = typeof value === "string" ? value.toLowerCase() : "";
  if (!["true", "false"].includes(word) || !known.some(({ value: one }) => typeof one === "boolean")) return;
  const at = document.locate(path);
  yield {
    message: `${path.join(".")} is the text ${JSON.stringify(value)}, where the chart asks for true or false${word === "false" ? ": templates take it for true" : ""}`,
    at,
    fix: { description: `Write ${word} without quotes.`, edits: unquoted(file, at, String(value), word) },
  };
}

const unquoted = (file: YamlFile, at: Location, value: string, word: string): Fix["edits"] => {
  const line = lineOf(file, at.line);
  const [lead, rest] = [line.slice(0, at.column - 1), line.slice(at.column - 1)];
  const written = [`"${value}"`, `'${value}'`].find((one) => rest.startsWith(one));
  if (written === undefined) return [];
  return [{ file: file.file, startLine: at.line, endLine: at.line, text: lead + word + rest.slice(written.length) }];
};
