// The README's picture: the real job summary of a check over a tree with some faults, as a page in the colours of
// GitHub's, photographed by Chromium: CHROMIUM=<the browser> MERMAID=<mermaid's dist/mermaid.min.js> npm run picture.
// GitHub draws diagrams with mermaid; as a dependency it would be 200 MB for one picture.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { marked } from "marked";
import { chromium } from "playwright-core";
import { kubernetesSchemas, kubernetesVersion } from "../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { runAction } from "./run-action.ts";

const repository = resolve(import.meta.dirname, "..");
const width = 1100;
const height = 1300;
const mermaid = mermaidBundle();

const work = mkdtempSync(join(tmpdir(), "prometheus-stack-picture-"));
try {
  await photograph(await summaryOfAFaultyTree());
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function summaryOfAFaultyTree(): Promise<string> {
  const stack = join(work, "prometheus-stack");
  cpSync(join(repository, "fixtures/prometheus-stack"), stack, { recursive: true });
  edit(join(stack, "upstream/install.sh"), / {4}--version 88\.5\.3 \\\n/, "");
  edit(join(stack, "overlays/servicemonitors/dcgm-exporter.yaml"), /interval:/, "intervall:");
  edit(
    join(stack, "overlays/alerting/gpu-health.yaml"),
    /expr: DCGM_FI_DEV_GPU_TEMP > 85/,
    "expr: max(DCGM_FI_DEV_GPU_TEMP > 85",
  );
  const [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);
  const { summary } = await runAction({
    entry: "src/main.ts",
    inputs: {
      chart: resolve(repository, process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack"),
      "schema-locations": schemas,
      "kubernetes-version": kubernetesVersion,
      tools: "path",
    },
    tools,
    workspace: work,
  });
  return summary;
}

/** Changes a file in one place; a place that is no longer there is an error, not a picture without the fault. */
function edit(file: string, from: RegExp, to: string): void {
  const text = readFileSync(file, "utf8");
  if (!from.test(text)) throw new Error(`${file} has nothing like ${from}`);
  writeFileSync(file, text.replace(from, to));
}

async function photograph(summary: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width, height } });
    const style = readFileSync(join(import.meta.dirname, "picture/page.css"), "utf8");
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><style>${style}</style><main>${await marked(summary)}</main>`,
    );
    await page.addScriptTag({ path: mermaid });
    await page.evaluate(drawDiagrams);
    await page.screenshot({ path: join(repository, "docs/summary.png") });
  } finally {
    await browser.close();
  }
}

function mermaidBundle(): string {
  const path = process.env["MERMAID"];
  if (path !== undefined) return path;
  console.error("error: MERMAID names no mermaid.min.js: take it from the package mermaid, in another folder");
  process.exit(2);
}

/** In the page: each fence becomes the diagram that it describes. */
async function drawDiagrams(): Promise<void> {
  const { document, mermaid: drawing } = globalThis as unknown as {
    document: { querySelectorAll(selector: string): Iterable<{ outerHTML: string; textContent: string | null }> };
    mermaid: { render(id: string, text: string): Promise<{ svg: string }> };
  };
  for (const fence of document.querySelectorAll("pre:has(> code.language-mermaid)"))
    fence.outerHTML = (await drawing.render("diagram", fence.textContent ?? "")).svg;
}
