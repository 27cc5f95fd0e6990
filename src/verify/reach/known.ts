import type { Json } from "../../kubernetes/manifest.ts";
import type { Sight } from "../verification.ts";
import type { Got } from "./reader.ts";

/** Something that was asked for, or why it is not known; `why` is a clause. */
export type Known<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string; readonly isRefused?: boolean };

/** What was got, read. */
export const knownFrom = <T>(got: Got, read: (body: Json) => T): Known<T> =>
  got.ok ? { ok: true, value: read(got.body) } : { ok: false, why: got.why, isRefused: isRefusal(got.status) };

/** Something else that is known with it. */
export const knownOf = <A, B>(known: Known<A>, read: (value: A) => B): Known<B> =>
  known.ok ? { ok: true, value: read(known.value) } : known;

/** Whether an answer says no more than that this account may not ask: what it asks for may be well. */
export const isRefusal = (status: number | null): boolean => status === 401 || status === 403;

/** How something is told that hangs on these, not all of which are known; `why` is a clause. */
export const silenceOf = (...asked: readonly Known<unknown>[]): { readonly sight: Sight; readonly why: string } => {
  const silent = asked.flatMap((one) => (one.ok ? [] : [one]));
  const isRefused = silent.every((one) => one.isRefused === true);
  return { sight: isRefused ? "cannot-be-seen" : "not-seen", why: silent[0]?.why ?? "" };
};

/** Where to look for a program that does not tell; `name` is e.g. `Prometheus monitoring/k8s`. */
export const silenceHint = (sight: Sight, name: string): string =>
  sight === "cannot-be-seen"
    ? `Allow the account get on services/proxy there, as docs/rbac/verify.yaml does, or name an address of ${name} that needs no credentials in the input.`
    : `Look at the pods of ${name}: whether they run, and what they say.`;

/** What many ask for is made once. */
export const lazily = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
