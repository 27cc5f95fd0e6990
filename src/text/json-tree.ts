import { type Node, type ParseError, parseTree } from "jsonc-parser";

/**
 * The tree of a JSON text, as far as it can be read; its mistakes go to `errors`. The parser recurses: what is nested
 * deeper than the call stack has no tree.
 */
export const parseJsonTree = (text: string, errors: ParseError[] = []): Node | undefined => {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    return undefined;
  }
};

/** The text of the first value: the whole text, where it is valid. */
export const firstValue = (text: string): string => {
  const node = parseJsonTree(text);
  return node === undefined ? text : text.slice(node.offset, node.offset + node.length);
};
