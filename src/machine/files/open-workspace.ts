import { realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { BytesResult, NotReadReason, ReadResult, Workspace } from "../../outside/workspace.ts";
import { linksOn } from "./links-on.ts";
import { readRegularFileNow } from "./read-regular-file.ts";
import { kindOf, relativeTo, resolveInside } from "./resolve-inside.ts";
import { walkFolder } from "./walk-folder.ts";

/**
 * Largest file that is read. The largest YAML of a stack is a dashboard, some 100 KiB, and an object above 1.5 MiB does
 * not fit into etcd; a 50 MB file parsed with positions takes the runner's memory with it.
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
  const find: Workspace["find"] = async (path) => {
    const found = await resolveInside(root, path);
    return { kind: kindOf(found), real: "real" in found ? relativeTo(root, found.real) : null };
  };
  return {
    root,
    absolute: (path) => resolve(root, path),
    read: async (file) => textOf(await readInside(root, file), file),
    bytes: (file) => readInside(root, file),
    find,
    links: async (path) => linksOn(root, path),
    kind: async (path) => (await find(path)).kind,
    walk: (path) => walkFolder(path, { root, resolve: (inside) => resolveInside(root, inside) }),
  };
};

const notAFile = (file: string): BytesResult => refusal("not-a-file", `${file} is not a regular file.`);

const readInside = async (root: string, file: string): Promise<BytesResult> => {
  const found = await resolveInside(root, file);
  switch (found.kind) {
    case "missing":
      return refusal("missing", `${file} does not exist, or is a link that leads nowhere.`);
    case "outside":
      return refusal("outside", `${file} leads out of the repository and was not read.`);
    case "git":
      return refusal("outside", `${file} leads into .git, which is git's own and was not read.`);
    case "unreadable":
      return refusal("unreadable", `${file} may not be read by this user.`);
    case "file":
      break;
    default:
      return notAFile(file);
  }
  try {
    const read = readRegularFileNow(found.real, maxFileBytes);
    if (read.ok) return { ok: true, bytes: read.bytes };
    if (read.why === "not-a-file") return notAFile(file);
    return refusal(
      "too-large",
      `${file} has ${mib(read.size)} MiB; files above ${mib(maxFileBytes)} MiB are not read.`,
    );
  } catch (thrown) {
    return refusal("unreadable", `${file} cannot be read: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
};

const textOf = (read: BytesResult, file: string): ReadResult => {
  if (!read.ok) return read;
  if (read.bytes.includes(0)) return refusal("binary", `${file} is not text: it contains a NUL byte.`);
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(read.bytes) };
  } catch {
    return refusal("binary", `${file} is not text in UTF-8.`);
  }
};

const refusal = (why: NotReadReason, message: string) => ({ ok: false, why, message }) as const;

const mib = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "");
