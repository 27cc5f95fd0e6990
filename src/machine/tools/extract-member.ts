import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { list } from "tar";

/**
 * Writes one regular file of a gzipped tar archive to `target` (mode 0700); true if it was there. Nothing but `target`
 * is ever written, whatever names and links the archive has.
 */
export const extractMember = async (archive: string, member: string, target: string): Promise<boolean> => {
  const writes: Promise<void>[] = [];
  await list({
    file: archive,
    strict: true,
    onReadEntry: (entry) => {
      const wanted = entry.path.replace(/^\.\//, "") === member && entry.type === "File" && writes.length === 0;
      if (wanted) writes.push(pipeline(entry, createWriteStream(target, { mode: 0o700 })));
      else entry.resume();
    },
  });
  await Promise.all(writes);
  return writes.length > 0;
};
