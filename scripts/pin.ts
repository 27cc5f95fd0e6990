// npm run pin: records in tools.lock.json the SHA-256 of every release file that the action or
// development may download. Needs internet, and some 5 GB of traffic. To pin another version, change
// `version` in tools.lock.json first.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { OperatorError } from "../src/core/errors.ts";
import { createFetchFile } from "../src/machine/network/fetch-file.ts";
import { createHttpGet } from "../src/machine/network/http-get.ts";
import type { LockedTool } from "../src/machine/tools/tool-lock.ts";
import { pinTools } from "./pin-tools.ts";

const file = resolve(import.meta.dirname, "..", "tools.lock.json");
const cancel = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => cancel.abort());
const { signal } = cancel;
const folder = mkdtempSync(join(tmpdir(), "pin-"));
try {
  // What is published as an image only has no file to pin; crane asks for it by digest.
  const all = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, LockedTool>>);
  const images = Object.fromEntries(all.filter(([, locked]) => "image" in locked));
  const lock = Object.fromEntries(all.filter(([, locked]) => !("image" in locked)));
  const pinned = await pinTools(lock, {
    folder,
    signal,
    httpGet: createHttpGet({ signal }),
    fetchFile: createFetchFile({ signal }),
    progress: console.error,
  });
  writeFileSync(file, `${JSON.stringify({ ...pinned, ...images }, null, 2)}\n`);
} catch (thrown) {
  process.exitCode = 1;
  console.error(thrown instanceof OperatorError ? `error: ${thrown.message}\n${thrown.hint}` : thrown);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
