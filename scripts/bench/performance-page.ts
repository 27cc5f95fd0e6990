import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { replaceGenerated } from "../docs/action-tables.ts";
import { growthPlot } from "./growth-plot.ts";
import type { Growth } from "./measure-growth.ts";

/** What the machine was busy with before anything was measured: other work makes all of it slower. */
const loadBefore = loadavg()[0] ?? 0;

/** Writes what was measured to docs/performance.md, and its plot beside it. */
export const writePage = (repository: string, ratios: readonly string[], growth: Growth): void => {
  const page = join(repository, "docs/performance.md");
  const about = `Measured on ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} cores, ${process.platform} ${process.arch}, Node.js ${process.versions.node}; load average ${loadBefore.toFixed(1)} before.`;
  const lines = ratios.map((line) => line.replace(/\((?:\/|[A-Za-z]:)[^()]*\)/, "(the real one)"));
  const block = [
    about,
    "![Milliseconds a file and a target, by their number](performance.svg)",
    `\`\`\`text\n${lines.join("\n")}\n\`\`\``,
    growth.text.replace(/\(\/[^()]*\)/, "(the real one)"),
  ];
  writeFileSync(page, replaceGenerated(readFileSync(page, "utf8"), "measured", block.join("\n\n")));
  writeFileSync(join(repository, "docs/performance.svg"), growthPlot(growth.files, growth.targets));
};
