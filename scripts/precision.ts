// The checks on public repositories that we did not write, beside what reading every error and warning by hand said of
// them; docs/precision.md gets the counts: npm run precision
// [-- --repositories <folder of checkouts owner/name> --charts <folder of older charts> --only <owner/name> --fix
// --kept]. What is not in the first folder is fetched from GitHub at its commit. KPS_CHART names the real chart;
// without it, and for a version that is not in the second folder, helm loads the chart. The stacks stay in the cache
// folder, with report.json beside them; --fix repairs them too, and keeps what it changed as fix.diff; --kept compares
// the report with that of a check without earlier answers, byte for byte but for durations.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { kubernetesSchemas } from "../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { replaceGenerated } from "./docs/action-tables.ts";
import { lastingJson } from "./lasting-report.ts";
import { type CheckSetting, checkTree, type ReportedFinding, reportOf } from "./precision/check-tree.ts";
import { fixTree } from "./precision/fix-tree.ts";
import { type Judged, judgeErrors, precisionTable } from "./precision/judge-errors.ts";
import { type JudgedWarnings, judgeWarnings, warningTable } from "./precision/judge-warnings.ts";
import { layOut } from "./precision/lay-out.ts";
import { readTrees, type Tree } from "./precision/trees.ts";
import { readWarningVerdicts } from "./precision/warnings.ts";
import { toolsCache } from "./tool-build/tools-cache.ts";

const { values } = parseArgs({
  options: {
    repositories: { type: "string" },
    charts: { type: "string" },
    only: { type: "string" },
    fix: { type: "boolean", default: false },
    kept: { type: "boolean", default: false },
  },
});
const work = resolve(toolsCache(process.env), "../precision");
const checkouts = resolve(values.repositories ?? join(work, "repositories"));
const trees = readTrees().filter(({ repository }) => values.only === undefined || repository === values.only);
const warningVerdicts = readWarningVerdicts();
const [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);
const ownChart = process.env["KPS_CHART"];
const setting: CheckSetting = {
  tools,
  schemas,
  chart: ownChart === undefined ? null : resolve(ownChart),
  charts: values.charts === undefined ? null : resolve(values.charts),
};

const judged = trees.map((tree) => {
  const findings = check(tree, fetched(tree));
  const of = (severity: ReportedFinding["severity"]) => findings.filter((finding) => finding.severity === severity);
  const errors = judgeErrors(tree, of("error"));
  const warnings = judgeWarnings(tree.repository, of("warning"), warningVerdicts);
  tell(errors, warnings);
  if (values.kept) compareKept(tree);
  if (values.fix) repair(tree, findings);
  return { errors, warnings };
});
if (values.only === undefined) {
  const page = "docs/precision.md";
  const errors = precisionTable(judged.map((one) => one.errors));
  const warnings = warningTable(
    judged.map((one) => one.warnings),
    warningVerdicts,
  );
  writeFileSync(
    page,
    replaceGenerated(replaceGenerated(readFileSync(page, "utf8"), "counts", errors), "warnings", warnings),
  );
}
const open = judged.flatMap(({ errors, warnings }) => [errors, warnings]);
if (open.some(({ unread, gone }) => unread.length + gone.length > 0)) {
  console.log(
    `\nRead what is unread in ${join(work, "stacks")} and write the verdict to trees.yaml (errors) or warnings.yaml of scripts/precision; remove those on what is gone.`,
  );
  process.exitCode = 1;
}

/** The folder with the tree's repository at its commit. */
function fetched({ repository, commit }: Tree): string {
  const folder = join(checkouts, repository);
  if (existsSync(folder)) return folder;
  console.log(`${repository}: fetching`);
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]): unknown =>
    execFileSync("git", ["-C", folder, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  try {
    git("init", "--quiet");
    git("fetch", "--quiet", "--depth", "1", `https://github.com/${repository}.git`, commit);
    git("checkout", "--quiet", "FETCH_HEAD");
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
}

/** What the command line finds in the tree. */
function check(tree: Tree, checkout: string): readonly ReportedFinding[] {
  const folder = stackOf(tree);
  rmSync(folder, { recursive: true, force: true });
  layOut(checkout, tree, folder);
  execFileSync("git", ["init", "--quiet", folder]);
  return checkTree(tree, folder, setting);
}

function stackOf({ repository }: Tree): string {
  return join(work, "stacks", repository);
}

function compareKept(tree: Tree): void {
  const [kept, plain] = [[], ["--no-cache"]].map((more) => lastingJson(reportOf(tree, stackOf(tree), setting, more)));
  if (kept === plain) return;
  console.log("  the report differs from that of a check without earlier answers");
  process.exitCode = 1;
}

function repair(tree: Tree, before: readonly ReportedFinding[]): void {
  const { lines, again, surplus } = fixTree(tree, stackOf(tree), setting, before);
  console.log(`  --fix: ${lines} lines${again ? "; a second run changes more" : ""}`);
  for (const what of surplus) console.log(`  --fix brought: ${what}`);
  if (again || surplus.length > 0) process.exitCode = 1;
}

function tell({ tree, errors, counts, ...open }: Judged, { meant, ...warnings }: JudgedWarnings): void {
  const read = meant.reduce((sum, { count }) => sum + count, 0);
  console.log(`${tree.repository}: ${errors} errors, ${counts[0]} true, ${counts[1]} unsure, ${counts[2]} false`);
  console.log(`  ${read} warnings read, ${warnings.unread.length} to read`);
  for (const { check: id, message } of [...open.unread, ...warnings.unread]) console.log(`  unread: ${id}: ${message}`);
  for (const { check: id, resource } of open.gone) console.log(`  gone: ${id} ${resource ?? ""}`);
  for (const { check: id, because, missing } of warnings.gone) console.log(`  gone: ${missing} ${id}: ${because}`);
}
