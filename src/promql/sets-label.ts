import type { PromqlNode } from "./syntax.ts";

/** Whether the node is a call that may set a label of a series, or take one away. */
export const setsLabel = (node: PromqlNode): boolean =>
  node.kind === "call" && ["label_replace", "label_join", "info"].includes(node.name);
