import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { longFiles, slowFiles } from "./long-files.ts";

const early: ReadonlySet<string> = new Set([...longFiles, ...slowFiles]);

/** The same files, with those first that take long: one that begins last keeps a single worker busy at the end. */
export const longFirst = <F extends { readonly moduleId: string }>(files: readonly F[], root: string): F[] => {
  const isEarly = ({ moduleId }: F): boolean => early.has(relative(root, moduleId));
  return [...files.filter(isEarly), ...files.filter((file) => !isEarly(file))];
};

/** Vitest's order, by what it knows of an earlier run or by the files' sizes, but for those that take long. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return longFirst(await super.sort(files), this.ctx.config.root);
  }
}
