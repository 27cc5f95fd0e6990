import type { Labels } from "../kubernetes/labels.ts";

/** What is known of the labels of a set of series, without the metric's name. */
export interface LabelShape {
  /** The values that a label can have; "" among them: it can be absent. Null: any value, or absent. */
  readonly labels: ReadonlyMap<string, readonly string[] | null>;
  /** True where there can be labels beside these. */
  readonly open: boolean;
}

/** Nothing is known. */
export const anyLabels: LabelShape = { labels: new Map(), open: true };
/** Series without labels. */
export const noLabels: LabelShape = { labels: new Map(), open: false };

/** Labels of which all is known. */
export const exactly = (labels: Labels): LabelShape => ({
  labels: new Map(Object.entries(labels).map(([name, value]) => [name, [value]])),
  open: false,
});

/** The values that a label can have, `[""]` where it cannot be there, null where it can have any. */
export const valuesIn = ({ labels, open }: LabelShape, name: string): readonly string[] | null => {
  const values = labels.get(name);
  return values === undefined ? (open ? null : [""]) : values;
};

/** Only these labels stay. */
export const only = (shape: LabelShape, names: readonly string[]): LabelShape => ({
  labels: new Map(names.map((name) => [name, valuesIn(shape, name)] as const).filter(([, values]) => canBe(values))),
  open: false,
});

/** All labels but these stay. */
export const without = (shape: LabelShape, names: readonly string[]): LabelShape =>
  withLabels(
    shape,
    names.map((name) => [name, [""]]),
  );

/** These labels have these values instead of their own. */
export const withLabels = (
  { labels, open }: LabelShape,
  set: readonly (readonly [string, readonly string[] | null])[],
): LabelShape => ({ labels: new Map([...labels, ...set]), open });

/** What series of one kind or the other can have. */
export const union = (a: LabelShape, b: LabelShape): LabelShape => {
  const names = new Set([...a.labels.keys(), ...b.labels.keys()]);
  return {
    labels: new Map(Array.from(names, (name) => [name, mixed(valuesIn(a, name), valuesIn(b, name))])),
    open: a.open || b.open,
  };
};

const mixed = (a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null =>
  a === null || b === null ? null : [...new Set([...a, ...b])];

const canBe = (values: readonly string[] | null): boolean => values === null || values.some((value) => value !== "");
