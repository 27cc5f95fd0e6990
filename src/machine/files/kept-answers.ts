import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Recent } from "../../core/lately.ts";
import { once } from "../../core/once.ts";
import type { Asked, Memory } from "../../outside/memory.ts";
import type { Log } from "../../outside/outside.ts";
import { programIdentity } from "./program-identity.ts";

/** How much is kept; what was asked for longest ago goes first. What the real chart renders to takes half a MB. */
const room = { files: 500, bytes: 128 * 1024 * 1024 };
/** Characters of an answer, and bytes of what it is unpacked to: more is not kept, and not read. */
const largest = 32 * 1024 * 1024;

/**
 * Answers in a folder, which is to be this user's alone. Each lies in a file that is
 * named by what was asked, sealed with a key that follows from it: who has not all that went into it cannot read it,
 * and one that was damaged or exchanged is none. Files are replaced in one step, so that runs may share the folder.
 * `recent` has the answers that this process came by, by the names of their files.
 */
export const keptAnswers = (folder: string, { info }: Pick<Log, "info">, recent?: Recent<string>): Memory => {
  let isTidy = false;
  let isFull = false;
  let isToldDamaged = false;
  return {
    recall(asked) {
      const { name, key } = sealOf(asked);
      const known = recent?.get(name);
      if (known !== undefined) return known;
      const file = join(folder, name);
      const sealed = readIfThere(file);
      const answer = sealed === null ? null : unsealed(sealed, key);
      if (sealed !== null && answer === null && !isToldDamaged) {
        isToldDamaged = true;
        info(`${file} is damaged: what it held is made again, as is what else is damaged there`);
      }
      if (answer !== null) {
        touch(file);
        recent?.set(name, answer);
      }
      return answer;
    },
    keep(asked, answer) {
      if (answer.length > largest) return;
      const { name, key } = sealOf(asked);
      recent?.set(name, answer);
      if (isFull) return;
      const unfinished = join(folder, `${name}.${randomUUID()}`);
      try {
        if (!isTidy) makeRoom(folder);
        isTidy = true;
        writeFileSync(unfinished, seal(answer, key), { mode: 0o600, flag: "wx" });
        renameSync(unfinished, join(folder, name));
      } catch (thrown) {
        isFull = true;
        rmSync(unfinished, { force: true });
        info(`Nothing is kept for the next run: ${thrown instanceof Error ? thrown.message : thrown}`);
      }
    },
  };
};

interface Seal {
  readonly name: string;
  readonly key: Buffer;
}

/**
 * Both follow from every byte that was asked with, and from the program that asks: another one may read the same
 * otherwise. Neither follows from the other. What is asked and then kept, megabytes of schemas among it, is gone
 * through once.
 */
const sealOf = once((asked: Asked): Seal => {
  const hash = createHash("sha256").update(`${programIdentity}\n`);
  for (const part of asked) hash.update(`${Buffer.byteLength(part)}\n`).update(part);
  const all = hash.digest();
  const derive = (use: string): Buffer => Buffer.from(hkdfSync("sha256", all, "", use, keyBytes));
  return { name: derive("name").toString("hex"), key: derive("key") };
});

const cipher = "aes-256-gcm";
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

const seal = (answer: string, key: Buffer): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce);
  const body = [sealing.update(zstdCompressSync(answer)), sealing.final()];
  return Buffer.concat([nonce, sealing.getAuthTag(), ...body]);
};

/** Null for what this key did not seal. */
const unsealed = (sealed: Buffer, key: Buffer): string | null => {
  const bodyAt = nonceBytes + tagBytes;
  if (sealed.length < bodyAt) return null;
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAuthTag(sealed.subarray(nonceBytes, bodyAt));
  try {
    const packed = Buffer.concat([opening.update(sealed.subarray(bodyAt)), opening.final()]);
    return zstdDecompressSync(packed, { maxOutputLength: 4 * largest }).toString("utf8");
  } catch {
    return null;
  }
};

const readIfThere = (file: string): Buffer | null => {
  try {
    return statSync(file).size > largest ? null : readFileSync(file);
  } catch {
    return null;
  }
};

/** It was asked for just now. */
const touch = (file: string): void => {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Another run has made room.
  }
};

const makeRoom = (folder: string): void => {
  const files = readdirSync(folder)
    .flatMap((name) => {
      const file = join(folder, name);
      const found = statSync(file, { throwIfNoEntry: false });
      return found === undefined ? [] : [{ file, bytes: found.size, usedAt: found.mtimeMs }];
    })
    .toSorted((a, b) => b.usedAt - a.usedAt);
  let bytes = 0;
  for (const [index, one] of files.entries()) {
    bytes += one.bytes;
    if (index >= room.files || bytes > room.bytes) rmSync(one.file, { force: true });
  }
};
