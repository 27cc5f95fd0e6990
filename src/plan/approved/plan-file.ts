import { timingSafeEqual } from "node:crypto";
import { OperatorError } from "../../core/errors.ts";
import { capital } from "../../core/sentence.ts";
import type { Json } from "../../kubernetes/manifest.ts";
import { canonicalJson } from "../hidden/canonical-json.ts";
import { fileDigest } from "../hidden/digest.ts";
import type { Plan } from "../plan.ts";
import { planProblem } from "./plan-schema.ts";

/** Bytes: more than thirty times what the plan of the whole chart takes. */
const mostBytes = 8 * 1024 * 1024;

/** Levels: a plan has six. */
const maxDepth = 16;

/**
 * The text of `plan.json`: canonical JSON and a line feed, so that one plan has one digest. Throws OperatorError
 * `invalid-input` for a plan that `readPlanFile` would not read, e.g. because of its size.
 */
export const planText = (plan: Plan): string => {
  const text = `${canonicalJson(asJson(plan))}\n`;
  const bytes = Buffer.byteLength(text);
  const problem = bytes > mostBytes ? tooLarge(bytes) : planProblem(JSON.parse(text));
  if (problem === null) return text;
  throw new OperatorError(
    "invalid-input",
    `A plan of this stack cannot be written: ${problem}.`,
    "What stands there comes from the tree or from the cluster: mend it there, or split the stack.",
  );
};

/**
 * Reads a plan file as what anybody may have written; `expectedDigest` is the input `plan-digest`, `name` what messages
 * call the file. Throws OperatorError `plan-changed` where the file is not the one that the digest is of, and
 * `invalid-input` where the digest is none or the file is not byte for byte what `planText` writes.
 */
export const readPlanFile = (bytes: Uint8Array, expectedDigest: string, name: string): Plan => {
  if (!/^sha256:[0-9a-f]{64}$/.test(expectedDigest)) throw noDigest(expectedDigest);
  if (bytes.length > mostBytes) throw noPlan(name, tooLarge(bytes.length));
  const digest = fileDigest(bytes);
  if (!timingSafeEqual(Buffer.from(digest), Buffer.from(expectedDigest))) throw another(name, expectedDigest, digest);
  if (isDeep(bytes)) throw noPlan(name, `it is nested more than ${maxDepth} levels deep`);
  const text = textOf(bytes, name);
  const value = jsonOf(text, name);
  const problem = planProblem(value);
  if (problem !== null) throw noPlan(name, problem);
  // Duplicate or reordered keys, other spaces, other escapes: all that two readers could read as two plans.
  if (`${canonicalJson(value)}\n` !== text) throw noPlan(name, "it is not written as the action writes a plan");
  return value as unknown as Plan;
};

/** An interface has no index signature, but a plan is JSON all the same. */
const asJson = (plan: Plan): Json => plan as unknown as Json;

const textOf = (bytes: Uint8Array, name: string): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw noPlan(name, "it is not UTF-8");
  }
};

const jsonOf = (text: string, name: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw noPlan(name, "it is not JSON");
  }
};

const [quote, backslash] = ['"', "\\"].map((character) => character.charCodeAt(0));
const opening = new Set(["{", "["].map((character) => character.charCodeAt(0)));
const closing = new Set(["}", "]"].map((character) => character.charCodeAt(0)));

/** Counted before anything is made of it, byte by byte: in UTF-8 none of these is part of another character. */
const isDeep = (bytes: Uint8Array): boolean => {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (inText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (opening.has(byte)) depth += 1;
    else if (closing.has(byte)) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
};

const tooLarge = (bytes: number): string => `it has ${bytes} bytes, and at most ${mostBytes} are read`;

const again = "plan again, with the same version of the action in both jobs, and hand its plan.json on as it is.";

const noPlan = (name: string, problem: string): OperatorError =>
  new OperatorError("invalid-input", `${name} is not a plan: ${problem}.`, capital(again));

const noDigest = (given: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    `Input plan-digest is ${JSON.stringify(given.slice(0, 100))}: it must be sha256: and 64 hexadecimal digits.`,
    "Take it from the plan job's output plan-digest, as that job gives it.",
  );

const another = (name: string, approved: string, found: string): OperatorError =>
  new OperatorError(
    "plan-changed",
    `${name} is not the plan that was approved: its digest is ${found}, and plan-digest is ${approved}.`,
    `Take plan-digest from the output of the plan job, and plan-file from the artifact of that job in this run; or ${again}`,
  );
