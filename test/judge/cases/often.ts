import fc from "fast-check";

/** One of several, each as often as its weight says: small trees must be as likely as they are in life. */
export const often = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/**
 * 0: everything is as its author meant it; 1: here and there is something that the API server, the
 * webhook or the operator refuses.
 */
export type Doubt = 0 | 1;

/** Present in `present` of `of` cases, else undefined. */
export const sometimes = <T>(present: number, of: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  often<T | undefined>([present, arbitrary], [of - present, fc.constant(undefined)]);

/** The fields that are there: JSON has no undefined. */
export const record = <T extends Record<string, unknown>>(
  fields: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<{ [K in keyof T]?: Exclude<T[K], undefined> }> =>
  fc.record(fields).map(
    (found) =>
      Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as {
        [K in keyof T]?: Exclude<T[K], undefined>;
      },
  );
