import type { Conflict } from "../../kubectl/kubectl-failure.ts";
import { fieldManager } from "./compare.ts";

/**
 * Whether a conflict is with a rollback of ours that was cut off: it patches the fields first, and gives them to whom
 * they were by a second write. All else of ours is applied, and an apply is in no conflict with itself.
 */
export const isLeftByUs = ({ manager, operation }: Pick<Conflict, "manager" | "operation">): boolean =>
  manager === fieldManager && operation === "Update";
