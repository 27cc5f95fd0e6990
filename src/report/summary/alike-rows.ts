import { text } from "./markdown.ts";

/** Things that a table tells in one row, because they end alike. */
export interface Alike<T> {
  readonly first: T;
  readonly others: readonly T[];
  readonly ending: string;
}

/** So many and more that end alike are one row: a cause is read once. */
const enough = 4;

/** Rows in the order of the first of each; `keyOf` keeps apart what ends alike and is not. */
export const alikeRows = <T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  endingOf: (one: T) => string,
): readonly Alike<T>[] => {
  const ended = all.map((one) => ({ one, ending: endingOf(one) }));
  const groups = Map.groupBy(ended, ({ one, ending }) => `${keyOf(one)} ${ending}`);
  return [...groups.values()].flatMap((same): readonly Alike<T>[] => {
    const [first, ...rest] = same;
    return same.length < enough || first === undefined
      ? same.map(({ one, ending }) => ({ first: one, others: [], ending }))
      : [{ first: first.one, others: rest.map(({ one }) => one), ending: first.ending }];
  });
};

/** The subjects of a row, in a cell of a table, so on one line. */
export const subjectsOf = ({ first, others }: Alike<{ readonly subject: string }>): string =>
  [
    text(first.subject),
    ...(others.length === 0
      ? []
      : [
          `<details><summary>and ${others.length} more</summary>${others.map(({ subject }) => text(subject)).join("<br>")}</details>`,
        ]),
  ].join("<br>");
