import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { followScript } from "../../../src/stack/install/follow-script.ts";
import type { HelmCall } from "../../../src/stack/install/helm-call.ts";
import { root } from "../../../src/stack/install/shell-value.ts";
import { temporaryFolder } from "../../machine/files/temporary-folder.ts";
import { randomScript } from "./random-script.ts";

const cases = Number(process.env["SHELL_CASES"] ?? 200);
const first = Number(process.env["SHELL_SEED"] ?? 1);

/**
 * A repository with a folder of the same name wherever the script may go, and a helm that writes
 * down what it is called with.
 */
const makeRepository = () => {
  const outside = temporaryFolder();
  const folder = join(outside, "above", "repository");
  const upstream = join(folder, "s", "upstream");
  for (const place of [upstream, join(folder, "s"), folder, join(outside, "above"), outside])
    mkdirSync(join(place, "sub", "sub", "sub"), { recursive: true });
  mkdirSync(join(folder, "bin"));
  const calls = join(folder, "calls");
  const helm = join(folder, "bin", "helm");
  writeFileSync(helm, `#!/bin/bash\nprintf '%s\\0' call "$HELM_NAMESPACE" "$PWD" $# "$@" >> '${calls}'\n`);
  chmodSync(helm, 0o755);
  return { folder, upstream, calls, path: `${join(folder, "bin")}:/usr/bin:/bin` };
};

interface RealCall {
  readonly namespace: string;
  readonly folder: string;
  readonly args: readonly string[];
}

const realCalls = (text: string): readonly RealCall[] => {
  const parts = text.split("\0");
  const calls: RealCall[] = [];
  for (let at = 0; parts[at] === "call"; ) {
    const count = Number(parts[at + 3]);
    const args = parts.slice(at + 4, at + 4 + count);
    calls.push({ namespace: parts[at + 1] ?? "", folder: parts[at + 2] ?? "", args });
    at += 4 + count;
  }
  return calls;
};

/** What is taken as known and is not so: the arguments, the namespace, the folder, the number of calls. */
const differences = (
  followed: readonly HelmCall[],
  real: readonly RealCall[],
  { folder, mayEnd }: { readonly folder: string; readonly mayEnd: boolean },
): readonly string[] => {
  if (followed.some(({ doubt }) => doubt !== null)) return [];
  // `if …; then exit; fi` is how honest scripts begin: what follows is read as if it ran.
  const calls = mayEnd ? followed.slice(0, real.length) : followed;
  if (calls.length !== real.length) return [`${calls.length} calls, really ${real.length}`];
  const there = (text: string): string => text.replaceAll(root, folder);
  return calls.flatMap((call, index) => {
    const { namespace, args, folder: at } = real[index] as RealCall;
    const texts = call.fields.map(({ value }) => (value.known ? there(value.text) : null));
    const found: string[] = [];
    if (!texts.includes(null) && JSON.stringify(texts) !== JSON.stringify(args))
      found.push(`call ${index}: ${JSON.stringify(texts)}, really ${JSON.stringify(args)}`);
    const told = call.namespace === undefined ? "" : call.namespace.known ? there(call.namespace.text) : null;
    if (told !== null && told !== namespace) found.push(`call ${index}: namespace ${told}, really ${namespace}`);
    const only = call.folders?.length === 1 ? join(folder, call.folders[0] ?? "") : at;
    if (only !== at) found.push(`call ${index}: in ${only}, really ${at}`);
    return found;
  });
};

test(`what is taken as known is what bash makes of it: ${cases} random scripts`, { timeout: 600_000 }, () => {
  const { folder, upstream, calls, path } = makeRepository();
  const file = join(upstream, "install.sh");
  const wrong: string[] = [];
  let judged = 0;
  for (let seed = first; seed < first + cases; seed += 1) {
    const script = randomScript(seed);
    const run = followScript(script, "s/upstream/install.sh", ["s/upstream"]);
    if (run.doubts.length > 0) continue;
    judged += 1;
    writeFileSync(file, script);
    rmSync(calls, { force: true });
    spawnSync("bash", [file], { cwd: upstream, env: { PATH: path, LC_ALL: "C.UTF-8" }, timeout: 10_000 });
    const written = (() => {
      try {
        return readFileSync(calls, "utf8");
      } catch {
        return "";
      }
    })();
    const found = differences(run.calls, realCalls(written), { folder, mayEnd: /\bexit\b/.test(script) });
    if (found.length > 0) wrong.push(`seed ${seed}\n${script}\n${found.join("\n")}`);
  }
  expect(wrong.slice(0, 5).join("\n\n")).toBe("");
  expect(judged).toBeGreaterThan(cases / 10);
});
