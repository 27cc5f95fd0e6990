import { isAscii } from "node:buffer";
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getHeapCodeStatistics, setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import type { Environment } from "../../outside/environment.ts";
import { privateCacheFolder } from "../files/cache-folder.ts";
import { releaseBuffer } from "../files/release-buffer.ts";

/** What a script gives. */
export interface Ran {
  readonly value: unknown;
  /** Whether it had been compiled before, by another process. */
  readonly wasKept: boolean;
}

/**
 * Runs the script of a file. `flags` sets those of V8 under which it will be loaded the next time, where they are not
 * the usual ones: V8 takes back only what was made under the flags that it has then.
 */
export type RunScript = (file: string, flags?: () => void) => Ran;

/**
 * Opens what is kept of scripts. What V8 has compiled of one is kept when the process ends, for the next run on this
 * machine: also the functions that are compiled when they are first called, which Node's own cache leaves out. What
 * lies in the folder is run as it is, so it must be one that nobody but this user can have made; where it is not,
 * nothing is kept.
 */
export const openCompiled = (env: Environment): RunScript => {
  const folder = privateCacheFolder(env, "compiled");
  const compiledNow: (() => void)[] = [];
  const keepAllLater = (): void => {
    const before = compiledBytes();
    process.once("exit", () => {
      if (compiledBytes() - before < worthKeeping) return;
      setFlagsFromString("--flush-bytecode");
      for (const keepOne of compiledNow) keepOne();
    });
  };
  return (file, flags = () => {}) => {
    const bytes = readFileSync(file);
    // Read as ASCII it is there in half the time, and in half the memory.
    const source = bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
    const place = folder && placeFor(bytes, folder);
    releaseBuffer(bytes);
    const cachedData = place === null ? undefined : recall(place);
    if (cachedData !== undefined) {
      const script = new Script(source, { filename: file, cachedData });
      releaseBuffer(cachedData);
      if (script.cachedDataRejected !== true) return { value: script.runInThisContext(), wasKept: true };
    }
    if (place !== null) {
      // What was not called for a while would be forgotten.
      setFlagsFromString("--no-flush-bytecode");
      // One listener for all: of more than ten Node warns.
      if (compiledNow.length === 0) keepAllLater();
    }
    const script = new Script(source, { filename: file });
    if (place !== null)
      compiledNow.push(() => {
        flags();
        keep(script.createCachedData(), place);
      });
    return { value: script.runInThisContext(), wasKept: false };
  };
};

const compiledBytes = (): number => getHeapCodeStatistics().bytecode_and_metadata_size;

/** By the text and by who compiled it. Whose checksum is the same by chance, V8 tells by the length. */
const placeFor = (script: Buffer, folder: string): string =>
  join(folder, `${process.version}-${process.arch}-${script.length}-${checksum(script)}`);

/** Against accidents: who could write such a file on purpose is this user. SHA-256 takes 8 ms of the start. */
const checksum = (data: Uint8Array): string => crc32(data).toString(16).padStart(checksumLength, "0");

const checksumLength = 8;

/** V8 believes what it is given: a file that was damaged would end the process. */
const recall = (place: string): Buffer<ArrayBuffer> | undefined => {
  try {
    const kept = readFileSync(place);
    const data = kept.subarray(checksumLength);
    return checksum(data) === kept.toString("latin1", 0, checksumLength) ? data : undefined;
  } catch {
    return undefined;
  }
};

/** Bytes of bytecode. A whole check compiles 1.4 MB; a run that ends early would leave the next one little. */
const worthKeeping = 512 * 1024;

const keep = (data: Buffer, place: string): void => {
  const unfinished = `${place}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, Buffer.concat([Buffer.from(checksum(data)), data]), { mode: 0o600, flag: "wx" });
    renameSync(unfinished, place);
  } catch {
    // As above: a full disk, or a folder that is gone.
    rmSync(unfinished, { force: true });
  }
};
