import { type ParseError, printParseErrorCode } from "jsonc-parser";
import type { Edit, Location } from "../core/finding.ts";
import { parseJsonTree } from "./json-tree.ts";
import type { PlacedText } from "./placed-text.ts";

/** What is wrong with a JSON text, as Grafana reads it. */
export interface JsonFault {
  readonly message: string;
  readonly at: Location;
  readonly edits: readonly Edit[];
}

/**
 * The first mistake of a text that `JSON.parse` refuses; null where Grafana takes it all the same: Go's decoder stops
 * after the first value and does not see what follows it.
 */
export const jsonFault = (placed: PlacedText): JsonFault | null => {
  const { text } = placed;
  if (text.trim() === "") return { message: "the text is empty", at: placed.at(0), edits: [] };
  // RFC 8259 lets a reader refuse it, and Go's decoder does.
  if (text.startsWith("\ufeff"))
    return { message: "it begins with a byte-order mark: save it as UTF-8 without one", at: placed.at(0), edits: [] };
  const errors: ParseError[] = [];
  parseJsonTree(text, errors);
  const [first] = errors.sort((a, b) => a.offset - b.offset);
  if (first === undefined) return { message: "it is not valid JSON", at: placed.at(0), edits: [] };
  const code = printParseErrorCode(first.error);
  if (code === "EndOfFileExpected") return null;
  const comma = trailingComma(text, first.offset);
  if (comma !== null)
    return {
      message: "a comma stands before a closing bracket",
      at: placed.at(comma, comma + 1),
      edits: placed.edits([{ start: comma, end: comma + 1, text: "" }]),
    };
  const found = text.slice(first.offset, first.offset + Math.max(first.length, 1)).split("\n")[0] ?? "";
  const template = text.slice(Math.max(0, first.offset - 2), first.offset + 2).includes("{{");
  return {
    message: template ? "a template (`{{`) stands where JSON is expected" : messageOf(code, found),
    at: placed.at(first.offset, first.offset + first.length),
    edits: [],
  };
};

const trailingComma = (text: string, offset: number): number | null => {
  if (text[offset] !== "}" && text[offset] !== "]") return null;
  const before = text.slice(0, offset).trimEnd();
  return before.endsWith(",") ? before.length - 1 : null;
};

const messageOf = (code: string, found: string): string => {
  const reason = messages[code] ?? "it is not valid JSON";
  return found.trim() === "" ? reason : `${reason}, and \`${found.slice(0, 40)}\` was found`;
};

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: "a value is expected",
  InvalidNumberFormat: "a number is expected",
  PropertyNameExpected: "a property name in double quotes is expected",
  ValueExpected: "a value is expected",
  ColonExpected: "a colon is expected",
  CommaExpected: "a comma is expected",
  CloseBraceExpected: "a closing brace is missing",
  CloseBracketExpected: "a closing bracket is missing",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "a string does not end",
  UnexpectedEndOfNumber: "a number does not end",
  InvalidUnicode: "a \\u escape is not complete",
  InvalidEscapeCharacter: "an escape in a string is not one that JSON has",
  InvalidCharacter: "a control character stands in a string",
};
