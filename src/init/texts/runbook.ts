import { projectAddress } from "../../core/project.ts";
import type { FailureClassId } from "../../dcgm/failure-classes.ts";

/** The page that an alert of a class of failures leads to. */
export const runbookOf = (failureClass: FailureClassId): string =>
  `${projectAddress}/blob/main/docs/runbooks/${failureClass}.md`;
