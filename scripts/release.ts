// What a release needs, by its tag, e.g. v1.2.3:
// npm run release -- check v1.2.3: whether package.json, CHANGELOG.md and action.yml are fit for it.
// npm run release -- notes v1.2.3 <commit>: the text of the release.
// npm run release -- pin v1.2.3 <commit>: the examples of README.md and docs/ use that commit from now on.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { marketplaceProblems } from "./release/marketplace.ts";
import { pinExamples } from "./release/pin-examples.ts";
import { releaseNotes, releaseProblems } from "./release/release-problems.ts";

const root = resolve(import.meta.dirname, "..");
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

const [task = "", tag = "", commit = ""] = process.argv.slice(2);
if (task === "check") tell([...releaseProblems(tag, textOf), ...marketplaceProblems(parse(textOf("action.yml")))]);
else if (task === "notes" && isCommit(commit)) process.stdout.write(releaseNotes(tag, commit, textOf("CHANGELOG.md")));
else if (task === "pin" && isCommit(commit)) pin();
else {
  console.error(
    "error: npm run release -- check <tag> | notes <tag> <commit> | pin <tag> <commit>, all 40 digits of it",
  );
  process.exitCode = 2;
}

function tell(problems: readonly string[]): void {
  for (const problem of problems) console.error(`error: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${tag} can be released`);
}

function pin(): void {
  for (const file of globSync(["README.md", "docs/**/*.md"], { cwd: root }).sort()) {
    const before = textOf(file);
    const after = pinExamples(before, tag, commit);
    if (after === before) continue;
    writeFileSync(join(root, file), after);
    console.log(file);
  }
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}
