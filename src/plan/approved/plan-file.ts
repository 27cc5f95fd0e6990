import { timingSafeEqual } from "node:crypto";
import { OperatorError } from "../../core/errors.ts";
import { capital } from "../../core/sentence.ts";
import type { Json } from "../../kubernetes/manifest.ts";
import { readUntrustedJson, tooManyBytes } from "../../text/untrusted-json.ts";
import { canonicalJson } from "../hidden/canonical-json.ts";
import { fileDigest } from "../hidden/digest.ts";
import type { Plan } from "../plan.ts";
import { planProblem } from "./plan-schema.ts";

/** More than thirty times the bytes that the plan of the whole chart takes, which has six levels. */
const limits = { mostBytes: 8 * 1024 * 1024, maxDepth: 16 };

/**
 * The text of `plan.json`: canonical JSON and a line feed, so that one plan has one digest. Throws OperatorError
 * `invalid-input` for a plan that `readPlanFile` would not read, e.g. because of its size.
 */
export const planText = (plan: Plan): string => {
  const text = `${canonicalJson(asJson(plan))}\n`;
  const bytes = Buffer.byteLength(text);
  const problem = bytes > limits.mostBytes ? tooManyBytes(bytes, limits.mostBytes) : planProblem(JSON.parse(text));
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
  if (bytes.length > limits.mostBytes) throw noPlan(name, tooManyBytes(bytes.length, limits.mostBytes));
  const digest = fileDigest(bytes);
  if (!timingSafeEqual(Buffer.from(digest), Buffer.from(expectedDigest))) throw another(name, expectedDigest, digest);
  const read = readUntrustedJson(bytes, limits);
  if (!read.ok) throw noPlan(name, read.problem);
  const { text, value } = read;
  const problem = planProblem(value);
  if (problem !== null) throw noPlan(name, problem);
  // Duplicate or reordered keys, other spaces, other escapes: all that two readers could read as two plans.
  if (`${canonicalJson(value)}\n` !== text) throw noPlan(name, "it is not written as the action writes a plan");
  return value as unknown as Plan;
};

/** An interface has no index signature, but a plan is JSON all the same. */
const asJson = (plan: Plan): Json => plan as unknown as Json;

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
