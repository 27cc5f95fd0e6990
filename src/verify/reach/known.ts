import type { Json } from "../../kubernetes/manifest.ts";
import type { Got } from "./reader.ts";

/** Something that was asked for, or why it is not known; `why` is a clause. */
export type Known<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** What was got, read. */
export const knownFrom = <T>(got: Got, read: (body: Json) => T): Known<T> =>
  got.ok ? { ok: true, value: read(got.body) } : { ok: false, why: got.why };

/** What many ask for is made once. */
export const lazily = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
