import { posix } from "node:path";
import type { Scratch } from "../outside/outside.ts";

/** A folder of the scratch folder as one of its own: nothing that was written before lies in it. */
export const scratchBelow = (scratch: Scratch, name: string): Scratch => ({
  dir: posix.join(scratch.dir, name),
  write: (file, content) => scratch.write(posix.join(name, file), content),
  folder: (folder) => scratch.folder(posix.join(name, folder)),
});
