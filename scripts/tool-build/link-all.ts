import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readlink, rename, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Item } from "./items.ts";

/**
 * One folder of links for PATH; its name follows from what is in it, so that two versions of the repository share one
 * cache.
 */
export const linkAll = async (items: readonly Item[], cache: string): Promise<string> => {
  const set = createHash("sha256")
    .update(items.map((item) => item.path).join("\n"))
    .digest("hex");
  const bin = join(cache, `bin-${set.slice(0, 12)}`);
  await mkdir(bin, { recursive: true });
  for (const item of items) {
    const link = join(bin, item.name);
    if (!existsSync(item.path) || (await readlink(link).catch(() => undefined)) === item.path) continue;
    const fresh = `${link}.${randomUUID()}`;
    await symlink(item.path, fresh);
    await rename(fresh, link);
  }
  return bin;
};
