// npm run update [-- --only commands,exporters,github-api,chart] [-- --clones <folder>] [-- --no-proof]: brings what we
// keep of others to its newest release, says what changed, writes the generated files anew, and asks judge and
// precision whether all still agrees. --clones: repositories that are there already, each as <owner>/<name> or
// <owner>/<name>.git with all tags; the others are cloned. What no program can read is named, with the walk for it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runInherited } from "./run-inherited.ts";
import { changedFiles } from "./update/changed-files.ts";
import { isPartName, type PartName, partNames, parts } from "./update/parts.ts";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    clones: { type: "string" },
    proof: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const wanted = asked(values.only);
const scratch = mkdtempSync(join(tmpdir(), "prometheus-stack-update-"));
try {
  const before = changedFiles(root);
  for (const name of wanted) {
    console.log(`== ${name}`);
    for await (const line of parts[name]({ root, scratch, clones: values.clones ?? null })) console.log(`  ${line}`);
  }
  npm("docs");
  const changed = changedFiles(root).filter((file) => !before.includes(file));
  console.log(changed.length === 0 ? "== Nothing is newer" : "== Changed");
  if (changed.length > 0)
    console.log(execFileSync("git", ["diff", "--stat", "--", ...changed], { cwd: root, encoding: "utf8" }));
  if (values.proof && changed.length > 0) for (const proof of ["judge", "precision"]) npm(proof);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function npm(script: string): void {
  console.log(`== npm run ${script}`);
  runInherited("npm", ["run", "-s", script]);
}

function asked(only: string | undefined): readonly PartName[] {
  const names = only === undefined ? partNames : only.split(",");
  const unknown = names.filter((name) => !isPartName(name));
  if (unknown.length === 0) return names.filter(isPartName);
  console.error(`error: there is no part ${unknown.join(", ")}, only ${partNames.join(", ")}`);
  process.exit(2);
}
