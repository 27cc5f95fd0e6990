import { createHash, createHmac } from "node:crypto";
import { OperatorError } from "../../core/errors.ts";
import { compare } from "../../core/finding.ts";
import { isObject, type Json } from "../../kubernetes/manifest.ts";
import type { Hide } from "../../secrets/hide-secrets.ts";
import { canonicalJson } from "./canonical-json.ts";

/** Digests of values, as a plan holds them. */
export interface Digester {
  /**
   * `hmac-sha256:<64 hex digits>` of a value that is secret as a whole; null without `plan-key`. `purpose` says what
   * the value is and where it stands, e.g. `live` or `change Secret monitoring/x /data/password`: one value has another
   * digest for every purpose, so that nobody reads from two of them that two passwords are the same.
   */
  ofSecret(value: Json, purpose: string): string | null;
  /**
   * The same of any other value; without `plan-key` `sha256:<64 hex digits>` of what is left of it when every secret
   * that is known is hidden, for a short one is found from a plain digest by trying.
   */
  of(value: Json, purpose: string): string;
}

/** `sha256:<64 hex digits>` of a file. */
export const fileDigest = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/**
 * What makes the digests of a run; `key` is the input `plan-key`. Throws OperatorError `invalid-input` for a key of
 * less than 16 characters: whoever may read the plan can try such keys, and with the right one the passwords too.
 */
export const digester = ({ key, hide }: { readonly key: string | undefined; readonly hide: Hide }): Digester => {
  if (key === undefined)
    return {
      ofSecret: () => null,
      of: (value, purpose) => fileDigest(Buffer.from(textOf(purpose, hidden(value, hide, 0)))),
    };
  if (key.length < leastKey) throw shortKey();
  const keyed = (value: Json, purpose: string): string =>
    `hmac-sha256:${createHmac("sha256", key).update(textOf(purpose, value)).digest("hex")}`;
  return { ofSecret: keyed, of: keyed };
};

/** Characters: a word has less, and what `openssl rand -hex 8` prints, 64 random bits, has as many. */
const leastKey = 16;

const shortKey = (): OperatorError =>
  new OperatorError(
    "invalid-input",
    `Input plan-key has less than ${leastKey} characters: whoever reads the plan could find it by trying, and with it the secrets that its digests stand for.`,
    "Make one with `openssl rand -hex 32`, keep it as a secret, and give it to the plan job and to the deploy job.",
  );

/** What the key is used for stands first: one MAC never stands for another thing, whatever else the key is used for. */
const textOf = (purpose: string, value: Json): string =>
  canonicalJson(["prometheus-stack-action/plan/1", purpose, value]);

/** Levels that are gone through one by one; what a cluster holds can be nested more deeply than there is stack. */
const maxDepth = 200;

/** Keys and numbers can be secrets too. */
const hidden = (value: Json | undefined, hide: Hide, depth: number): Json => {
  if (value === null || value === undefined || typeof value === "boolean") return value ?? null;
  if (typeof value === "string") return hide(value);
  if (typeof value === "number") return hide(String(value)) === String(value) ? value : hide(String(value));
  if (depth >= maxDepth) return hide(canonicalJson(value));
  if (!isObject(value)) return value.map((item: Json) => hidden(item, hide, depth + 1));
  const times = new Map<string, number>();
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => compare(a, b))
      .map(([key, inner]) => [numbered(hide(key), times), hidden(inner, hide, depth + 1)]),
  );
};

/** Two keys may be the same once they are hidden, and both count. */
const numbered = (key: string, times: Map<string, number>): string => {
  const before = times.get(key) ?? 0;
  times.set(key, before + 1);
  return before === 0 ? key : `${key}\0${before}`;
};
