import { topOf } from "../stack/places.ts";
import type { Check } from "./check.ts";

export const fileUnreadable: Check = {
  id: "file-unreadable",
  title:
    "A file of the tree could not be read (too large, binary, or a link that leaves the repository), so nothing in it was checked.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    for (const { file, message } of stack.unreadable)
      yield { message: `${message} What is in it was not checked.`, at: topOf(file) };
  },
};
