import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const comment = /^\s*(?:\/\/|\/?\*+)\s?(.*?)(?:\*\/)?\s*$/;

/** Biome breaks code at this width and leaves comments as they are. */
const columns = 120;

test.each(["src", "test", "scripts"])("no comment of %s is wider than the code, but for an address", (folder) => {
  const long = globSync("**/*.{ts,mjs}", { cwd: join(root, folder) }).flatMap((file) =>
    readFileSync(join(root, folder, file), "utf8")
      .split("\n")
      .flatMap((line, index) => {
        const words = comment.exec(line)?.[1] ?? "";
        return line.length > columns && words.includes(" ") ? [`${folder}/${file}:${index + 1}`] : [];
      }),
  );
  expect(long).toEqual([]);
});
