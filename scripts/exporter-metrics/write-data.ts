import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ExporterReader } from "./readers.ts";

/** Writes src/exporters/data/<name>.json anew; true where it says another thing than before. */
export const writeExporterData = (root: string, name: string, { read }: ExporterReader, clone: string): boolean => {
  const file = resolve(root, "src/exporters/data", `${name}.json`);
  const before = readFileSync(file, { encoding: "utf8", flag: "a+" });
  writeFileSync(file, `${JSON.stringify(read(clone), null, 2)}\n`);
  execFileSync(resolve(root, "node_modules/.bin/biome"), ["format", "--write", file], { cwd: root, stdio: "pipe" });
  return readFileSync(file, "utf8") !== before;
};
