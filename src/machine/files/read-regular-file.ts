import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/**
 * The bytes of a file, or why it was not read: it is no regular file, or has more bytes than allowed (`size` of them).
 */
export type RegularFile =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly why: "not-a-file" }
  | { readonly ok: false; readonly why: "too-large"; readonly size: number };

/**
 * Reads a regular file; `path` is a real one, its links followed by the caller. A link, a FIFO or a device of that name
 * is answered, never followed and never waited for, and no more than `maxBytes` are read, whatever the file says of its
 * size (those in /proc say 0). Throws the system's error.
 */
export const readRegularFile = async (path: string, maxBytes: number): Promise<RegularFile> => {
  let handle: FileHandle;
  try {
    handle = await open(path, toRead);
  } catch (thrown) {
    if (isNoFile(thrown)) return { ok: false, why: "not-a-file" };
    throw thrown;
  }
  try {
    const found = await handle.stat();
    if (!found.isFile()) return { ok: false, why: "not-a-file" };
    if (found.size > maxBytes) return { ok: false, why: "too-large", size: found.size };
    return await readUpTo(handle, found.size, maxBytes);
  } finally {
    await handle.close();
  }
};

/** As `readRegularFile`, at once: the 300 files of a chart take 8 ms, and 30 ms through the thread pool. */
export const readRegularFileNow = (path: string, maxBytes: number): RegularFile => {
  let descriptor: number;
  try {
    descriptor = openSync(path, toRead);
  } catch (thrown) {
    if (isNoFile(thrown)) return { ok: false, why: "not-a-file" };
    throw thrown;
  }
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) return { ok: false, why: "not-a-file" };
    if (found.size > maxBytes) return { ok: false, why: "too-large", size: found.size };
    let buffer = Buffer.allocUnsafe(found.size + 1);
    let length = 0;
    for (;;) {
      const bytesRead = readSync(descriptor, buffer, length, buffer.length - length, length);
      length += bytesRead;
      if (bytesRead === 0) return { ok: true, bytes: buffer.subarray(0, length) };
      if (length > maxBytes) return { ok: false, why: "too-large", size: length };
      if (length === buffer.length) buffer = larger(buffer, maxBytes);
    }
  } finally {
    closeSync(descriptor);
  }
};

const toRead = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** ELOOP: a link where a file was. ENXIO: a socket, or a device without a driver. */
const isNoFile = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && (thrown.code === "ELOOP" || thrown.code === "ENXIO");

const larger = (buffer: Buffer<ArrayBuffer>, maxBytes: number): Buffer<ArrayBuffer> => {
  const grown = Buffer.allocUnsafe(Math.min(2 * buffer.length, maxBytes + 1));
  buffer.copy(grown);
  return grown;
};

const readUpTo = async (handle: FileHandle, size: number, maxBytes: number): Promise<RegularFile> => {
  // One byte more than expected: a file that grew shows itself.
  let buffer = Buffer.allocUnsafe(Math.min(size, maxBytes) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    length += bytesRead;
    if (bytesRead === 0) return { ok: true, bytes: buffer.subarray(0, length) };
    if (length > maxBytes) return { ok: false, why: "too-large", size: length };
    if (length === buffer.length) buffer = larger(buffer, maxBytes);
  }
};
