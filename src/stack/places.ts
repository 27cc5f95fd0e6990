import type { Location } from "../core/finding.ts";
import type { Stack } from "./stack.ts";

/** Where the release is installed: install.sh's helm line; without one, the first file of the tree. */
export const installAt = (stack: Stack): Location =>
  stack.install?.helm?.at ??
  topOf(stack.install?.file ?? stack.kustomizations[0]?.file ?? stack.files[0]?.file ?? stack.path);

/** The first character of a file: for what concerns the file as a whole. */
export const topOf = (file: string): Location => ({ file, line: 1, column: 1 });

/**
 * Whether install.sh may give values that are not in sight: a file that is not committed, or a variable of whoever
 * runs it. What the render lacks then may be there all the same.
 */
export const mayLackValues = ({ install }: Pick<Stack, "install">): boolean => (install?.unclear.length ?? 0) > 0;
