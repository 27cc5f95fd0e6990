/** `[from, to)` of a text, counted from 0 in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
