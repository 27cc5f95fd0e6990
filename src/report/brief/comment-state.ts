import { isCommitName } from "../../gate/github-event.ts";
import { isObject, type Json } from "../../kubernetes/manifest.ts";
import { readUntrustedJson } from "../../text/untrusted-json.ts";

/** What a comment keeps of one run, for those after it. */
export interface RunState {
  /** The commit that was checked, in full. */
  readonly commit: string;
  /** The findings by their keys, of eight hexadecimal digits, each once. */
  readonly keys: readonly string[];
  /** Whether these are all. */
  readonly isAll: boolean;
  /** The worst of them: what they are called. */
  readonly named: readonly NamedFinding[];
}

export interface NamedFinding {
  readonly key: string;
  readonly check: string;
  /** `file:line`, or empty. */
  readonly place: string;
}

/** What came of one push. */
export interface PushState {
  readonly commit: string;
  readonly mended: number;
  readonly added: number;
}

/** What the hidden line of a comment holds. */
export interface CommentState {
  readonly now: RunState;
  /** The last run of another commit. */
  readonly before: RunState | null;
  /** The pushes before that, the latest last. */
  readonly pushes: readonly PushState[];
}

/** How much is kept, so that a comment has room for what is told. */
export const kept = { keys: 300, named: 30, pushes: 10, place: 120 } as const;

/** Characters of the encoded state: a quarter of a comment. */
const longest = 16_000;
const limits = { mostBytes: longest, maxDepth: 6 };
const stateLine = /^<!-- prometheus-stack-action-state ([\w-]+) -->$/;

/** The hidden line, without a line feed: of letters that end no comment. Where names are too long, it has none. */
export const writeState = (state: CommentState): string => {
  const encoded = encode(state);
  const short = encoded.length <= longest ? encoded : encode(withoutNames(state));
  return `<!-- prometheus-stack-action-state ${short} -->`;
};

const encode = (state: CommentState): string => Buffer.from(JSON.stringify(state)).toString("base64url");

const withoutNames = ({ now, before, pushes }: CommentState): CommentState => ({
  now: { ...now, named: [] },
  before: before === null ? null : { ...before, named: [] },
  pushes,
});

/**
 * The state in a line of a comment; null where it holds none that is whole. Whoever may edit comments may have written
 * it: every field is checked, and what is longer than `writeState` is handed is none.
 */
export const readState = (line: string): CommentState | null => {
  const [, encoded] = stateLine.exec(line) ?? [];
  if (encoded === undefined || encoded.length > longest) return null;
  const read = readUntrustedJson(Buffer.from(encoded, "base64url"), limits);
  if (!read.ok || !isObject(read.value)) return null;
  const { now, before, pushes } = read.value;
  const isState = isRun(now) && (before === null || isRun(before)) && isListOf(pushes, kept.pushes, isPush);
  return isState ? (read.value as unknown as CommentState) : null;
};

const isListOf = (value: Json | undefined, most: number, fits: (item: Json) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && value.every(fits);

const isRun = (value: Json | undefined): boolean =>
  isObject(value) &&
  isCommit(value["commit"]) &&
  typeof value["isAll"] === "boolean" &&
  isListOf(value["keys"], kept.keys, isKey) &&
  isListOf(value["named"], kept.named, isNamed);

const isNamed = (value: Json): boolean =>
  isObject(value) &&
  isKey(value["key"]) &&
  typeof value["check"] === "string" &&
  /^[a-z0-9-]{1,100}$/.test(value["check"]) &&
  typeof value["place"] === "string" &&
  value["place"].length <= kept.place;

const isPush = (value: Json): boolean =>
  isObject(value) && isCommit(value["commit"]) && isCount(value["mended"]) && isCount(value["added"]);

const isKey = (value: Json | undefined): boolean => typeof value === "string" && /^[0-9a-f]{8}$/.test(value);
const isCommit = (value: Json | undefined): boolean => typeof value === "string" && isCommitName(value);
const isCount = (value: Json | undefined): boolean =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
