import { createHash } from "node:crypto";

/** Names are this long at most, whatever the folder is called: 255 bytes is what file systems take. */
const longest = 120;
/** The chart's own files. */
const taken = ["chart", "chart-hooks"];

/**
 * A file name for each folder's objects, in the same order: `a/b` is `a__b.yaml`. A folder whose name has other
 * characters than letters, digits and `._-`, is long, or would share its file with another, gets a part of its name
 * and a digest of the whole.
 */
export const fileNames = (folders: readonly string[]): readonly string[] => {
  const plain = folders.map((folder) => folder.replaceAll("/", "__"));
  const uses = new Map<string, number>();
  for (const name of [...taken, ...plain]) uses.set(name.toLowerCase(), (uses.get(name.toLowerCase()) ?? 0) + 1);
  return plain.map((name, index) => {
    const isPlain = name.length <= longest && /^[\w][\w.-]*$/.test(name) && uses.get(name.toLowerCase()) === 1;
    return isPlain ? `${name}.yaml` : `${shortened(name)}-${digestOf(folders[index] ?? "")}.yaml`;
  });
};

const shortened = (name: string): string =>
  name
    .replaceAll(/[^\w.-]/g, "_")
    .replace(/^[^\w]|^$/, "_")
    .slice(0, longest);

const digestOf = (folder: string): string => createHash("sha256").update(folder).digest("hex").slice(0, 12);
