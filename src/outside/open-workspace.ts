import { constants } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { OperatorError } from "../errors.ts";
import { walkFolder } from "./walk-folder.ts";
import type { ReadResult, Refusal, Workspace } from "./workspace.ts";

/**
 * Largest file that is read. The largest YAML of a stack is a dashboard, some 100 KiB, and an object above 1.5 MiB does not fit into etcd;
 * a 50 MB file parsed with positions takes the runner's memory with it.
 */
const maxFileBytes = 10 * 1024 * 1024;

/** Opens the repository root. Throws OperatorError `invalid-input` where it is no folder. */
export const openWorkspace = async (folder: string): Promise<Workspace> => {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined || !(await stat(root)).isDirectory())
    throw new OperatorError(
      "invalid-input",
      `The workspace ${folder} is not a folder.`,
      "Check the repository out before this step (actions/checkout).",
    );
  return {
    root,
    absolute: (path) => resolve(root, path),
    read: (file) => readInside(root, file),
    kind: async (path) => {
      const { kind } = await resolveInside(root, path);
      return kind === "unreadable" ? "other" : kind;
    },
    walk: (path) => walkFolder(path, (inside) => resolveInside(root, inside)),
  };
};

/** What a path of the workspace is once every link is followed. */
export type Resolved =
  | { readonly kind: "outside" | "missing" | "unreadable" }
  | { readonly kind: "file" | "directory" | "other"; readonly real: string };

const resolveInside = async (root: string, path: string): Promise<Resolved> => {
  const absolute = resolve(root, path);
  // The path as written comes first, so that `../` does not even touch the disk outside.
  if (!isWithin(root, absolute)) return { kind: "outside" };
  try {
    const real = await realpath(absolute);
    if (!isWithin(root, real)) return { kind: "outside" };
    const found = await stat(real);
    return { kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other", real };
  } catch (thrown) {
    return { kind: leadsNowhere(thrown) ? "missing" : "unreadable" };
  }
};

const isWithin = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** ELOOP: links that lead to each other. ENOTDIR: a file on the way. ERR_INVALID_ARG_VALUE: a NUL byte in the name. */
const leadsNowhere = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  "code" in thrown &&
  ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(String(thrown.code));

const readInside = async (root: string, file: string): Promise<ReadResult> => {
  const found = await resolveInside(root, file);
  if (found.kind === "missing") return refusal("missing", `${file} does not exist, or is a link that leads nowhere.`);
  if (found.kind === "outside") return refusal("outside", `${file} leads out of the repository and was not read.`);
  if (found.kind === "unreadable") return refusal("unreadable", `${file} may not be read by this user.`);
  // A FIFO or a device is not even opened: opening could block for ever, or do something.
  if (found.kind !== "file") return refusal("not-a-file", `${file} is not a regular file.`);
  try {
    return await readText(found.real, file);
  } catch (thrown) {
    return refusal("unreadable", `${file} cannot be read: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
};

const readText = async (real: string, file: string): Promise<ReadResult> => {
  // NOFOLLOW and NONBLOCK: should the file have been exchanged for a link or a FIFO since it was looked at.
  const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = await handle.stat();
    if (size > maxFileBytes)
      return refusal("too-large", `${file} has ${mib(size)} MiB; files above ${mib(maxFileBytes)} MiB are not read.`);
    const bytes = await handle.readFile();
    if (bytes.includes(0)) return refusal("binary", `${file} is not text: it contains a NUL byte.`);
    try {
      return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    } catch {
      return refusal("binary", `${file} is not text in UTF-8.`);
    }
  } finally {
    await handle.close();
  }
};

const refusal = (why: Refusal, message: string): ReadResult => ({ ok: false, why, message });

const mib = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "");
