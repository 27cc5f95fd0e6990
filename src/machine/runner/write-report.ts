import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../../report/report.ts";
import { renderReportJson } from "../../report/report-json.ts";
import type { Links } from "../../report/summary/links.ts";

/** Everything that leaves the run as files; paths are absolute. */
export interface Published {
  readonly reportPath: string;
  readonly sarifPath: string;
  readonly htmlPath: string;
  readonly manifestsPath: string;
  /** Null without a plan. */
  readonly planPath: string | null;
}

interface ToWrite {
  readonly report: Report;
  readonly rendered: readonly { readonly name: string; readonly text: string }[];
  readonly plan: { readonly text: string; readonly approved: string | null } | null;
}

interface WriteOptions {
  /** False: code scanning is to learn nothing of this report. */
  readonly withSarif?: boolean;
}

/**
 * Writes report.json, report.sarif, report.html, the rendered manifests and plan.json. What the folder has of these
 * names is replaced.
 */
export const writeReport = async (
  directory: string,
  { report, rendered, plan }: ToWrite,
  links: Links,
  { withSarif = true }: WriteOptions = {},
): Promise<Published> => {
  const manifestsPath = join(directory, "manifests");
  await rm(manifestsPath, { recursive: true, force: true });
  // A link that somebody puts there meanwhile is an error, here as below.
  await mkdir(manifestsPath);
  // The report comes first: it says whose the folder `manifests` is.
  const reportPath = await replace(directory, "report.json", renderReportJson(report));
  await Promise.all(rendered.map(({ name, text }) => writeFile(join(manifestsPath, name), text, { flag: "wx" })));
  const { renderSarif } = await import("../../report/sarif/sarif.ts");
  // For code scanning, which would open an alert for a finding that is let be.
  const sarif = withSarif ? renderSarif(report, { withSuppressed: false }) : null;
  const sarifPath = await replace(directory, "report.sarif", sarif);
  const { renderHtml } = await import("../../report/html/page.ts");
  const htmlPath = await replace(directory, "report.html", renderHtml(report, links));
  const planPath = await replace(directory, "plan.json", plan?.text ?? null);
  await replace(directory, "approved-plan.json", plan?.approved ?? null);
  return { reportPath, sarifPath, htmlPath, manifestsPath, planPath: plan === null ? null : planPath };
};

/** That of an earlier run would be taken for this one's: it goes, also where there is none now. No link is followed. */
const replace = async (directory: string, name: string, text: string | null): Promise<string> => {
  const path = join(directory, name);
  await rm(path, { recursive: true, force: true });
  if (text !== null) await writeFile(path, text, { flag: "wx" });
  return path;
};
