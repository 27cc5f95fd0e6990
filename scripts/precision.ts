// The checks on public repositories that we did not write, beside what reading every error by hand said of it;
// docs/precision.md gets the counts: npm run precision
// [-- --repositories <folder of checkouts owner/name> --only <owner/name>]. What is not in that folder is fetched from
// GitHub at its commit. KPS_CHART names the real chart; without it helm loads the chart. The stacks stay in the cache
// folder, with report.json beside them.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { kubernetesSchemas, kubernetesVersion } from "../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { replaceGenerated } from "./docs/action-tables.ts";
import { type Judged, judgeErrors, precisionTable, type ReportedError } from "./precision/judge-errors.ts";
import { layOut } from "./precision/lay-out.ts";
import { readTrees, type Tree } from "./precision/trees.ts";
import { toolsCache } from "./tool-build/tools-cache.ts";

const { values } = parseArgs({ options: { repositories: { type: "string" }, only: { type: "string" } } });
const work = resolve(toolsCache(process.env), "../precision");
const checkouts = resolve(values.repositories ?? join(work, "repositories"));
const trees = readTrees().filter(({ repository }) => values.only === undefined || repository === values.only);
const [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);

const judged = trees.map((tree) => {
  const one = judgeErrors(tree, check(tree, fetched(tree)));
  tell(one);
  return one;
});
if (values.only === undefined) {
  const page = "docs/precision.md";
  writeFileSync(page, replaceGenerated(readFileSync(page, "utf8"), "counts", precisionTable(judged)));
}
if (judged.some(({ unread, gone }) => unread.length + gone.length > 0)) {
  console.log(
    `\nRead what is unread in ${join(work, "stacks")} and write the verdict to scripts/precision/trees.yaml; remove those on errors that are gone.`,
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

/** The errors that the command line reports of the tree. */
function check(tree: Tree, checkout: string): readonly ReportedError[] {
  const folder = join(work, "stacks", tree.repository);
  rmSync(folder, { recursive: true, force: true });
  layOut(checkout, tree, folder);
  execFileSync("git", ["init", "--quiet", folder]);
  const chart = process.env["KPS_CHART"];
  const options = {
    exporter: tree.exporter === "own" ? "none" : tree.exporter,
    tools: "path",
    "schema-locations": schemas,
    "kubernetes-version": kubernetesVersion,
    ...(chart === undefined ? {} : { chart: resolve(chart) }),
  };
  const run = spawnSync(
    process.execPath,
    [
      resolve("src/cli.ts"),
      ...["check", "--quiet", "--format", "json"],
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      env: { ...process.env, PATH: `${tools}:${process.env["PATH"]}` },
    },
  );
  writeFileSync(join(folder, "report.json"), run.stdout);
  if (run.status !== 0 && run.status !== 1)
    throw new Error(`${tree.repository} was not checked: ${run.stderr || run.stdout.slice(0, 2000)}`);
  const report = JSON.parse(run.stdout) as {
    readonly findings: readonly (ReportedError & { readonly severity: string })[];
  };
  return report.findings.filter(({ severity }) => severity === "error");
}

function tell({ tree, errors, counts, unread, gone }: Judged): void {
  console.log(`${tree.repository}: ${errors} errors, ${counts[0]} true, ${counts[1]} unsure, ${counts[2]} false`);
  for (const { check: id, message } of unread) console.log(`  unread: ${id}: ${message}`);
  for (const { check: id, resource } of gone) console.log(`  gone: ${id} ${resource ?? ""}`);
}
