// npm run xid-codes -- <catalogue.csv> <YYYY-MM>: writes src/dcgm/data/xid-codes.json, what NVIDIA's catalogue of XIDs
// has to be done at once about which code. Save the spreadsheet that the catalogue's page offers as CSV.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { readCatalogue, type XidData } from "./xid-codes/read-catalogue.ts";

const [catalogue, date] = process.argv.slice(2);
const root = resolve(import.meta.dirname, "..");
const file = resolve(root, "src/dcgm/data/xid-codes.json");
if (catalogue === undefined || !/^\d{4}-\d{2}$/.test(date ?? "")) {
  console.error("Name the catalogue and its month: npm run xid-codes -- <catalogue.csv> <YYYY-MM>");
  process.exitCode = 2;
} else {
  const before: XidData | null = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  const data = readCatalogue(readFileSync(catalogue, "utf8"), date ?? "", before?.gpus ?? null);
  writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
  const biome = resolve(root, "node_modules/.bin/biome");
  process.exitCode = spawnSync(biome, ["format", "--write", file], { cwd: root, stdio: "inherit" }).status ?? 1;
}
