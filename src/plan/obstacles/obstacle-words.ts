import type { ResourceRef } from "../../core/finding.ts";
import { inputName } from "../../core/object-name.ts";

/** An example of what an input takes. */
export const exampleOf = ([first]: readonly { readonly ref: ResourceRef }[]): string =>
  first === undefined ? "" : inputName(first.ref);

const most = 30;

/** A line each, of the first 30. */
export const lineEach = (lines: readonly string[]): string =>
  [
    ...lines.slice(0, most).map((line) => `  - ${line}`),
    ...(lines.length > most ? [`  - and ${lines.length - most} more`] : []),
  ].join("\n");
