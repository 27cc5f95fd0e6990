// Pull requests that break a signal by one change each: where the finding stands, on which line of the change a
// reviewer sees it, and whether a person had blamed that line. docs/pull-requests.md gets the table:
// npm run pull-requests [-- --dist --only <regex> --list --jobs 2]. KPS_CHART names the real chart; without it the
// small one of the fixtures is taken, which does not hand on every value, and the page stays as it is.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fewAtOnce } from "../src/core/all-done.ts";
import { kubernetesSchemas } from "../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { readCaseOptions } from "./case-options.ts";
import { replaceGenerated } from "./docs/action-tables.ts";
import { readCases } from "./pull-requests/cases.ts";
import { markdownTable, summaryLine, textRow } from "./pull-requests/table.ts";
import { tryChange } from "./pull-requests/try-change.ts";

const options = readCaseOptions();
const cases = readCases().filter(({ name }) => new RegExp(options.only).test(name));
if (options.list) for (const { name } of cases) console.log(name);
else process.exitCode = (await tryAll()) ? 0 : 1;

async function tryAll(): Promise<boolean> {
  const real = process.env["KPS_CHART"];
  const work = mkdtempSync(join(tmpdir(), "pull-requests-"));
  try {
    const setting = {
      ...{ tools: await toolsDir(checkCommands), schemas: await kubernetesSchemas(), work },
      chart: resolve(real ?? "fixtures/charts/kube-prometheus-stack"),
      entry: options.dist ? ("dist/index.js" as const) : ("src/main.ts" as const),
    };
    const tried = await fewAtOnce(
      cases,
      async (change) => {
        const one = await tryChange(change, setting);
        console.log(textRow(one));
        return one;
      },
      options.jobs,
    );
    const named = tried.filter(({ agreed }) => agreed === "named").length;
    console.log(`${named} on the line that was named first; the others of these on the first line of its rule`);
    console.log(summaryLine(tried));
    const page = "docs/pull-requests.md";
    if (real !== undefined && options.only === "" && existsSync(page))
      writeFileSync(page, replaceGenerated(readFileSync(page, "utf8"), "pull-requests", markdownTable(tried)));
    return tried.every(({ inDiff, agreed }) => inDiff && agreed !== null);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
