import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readers } from "../exporter-metrics/readers.ts";
import { writeExporterData } from "../exporter-metrics/write-data.ts";
import type { UpdatePlace } from "./parts.ts";

/** What each exporter of the chart has by its releases, read from its repository with all tags. */
export function* updateExporters({ root, scratch, clones }: UpdatePlace): Iterable<string> {
  for (const [name, reader] of Object.entries(readers)) {
    const { repository } = reader;
    const there = clones === null ? [] : [join(clones, repository), join(clones, `${repository}.git`)];
    const clone = there.find(existsSync) ?? cloned(repository, join(scratch, `${name}.git`));
    yield `${name}: ${writeExporterData(root, name, reader, clone) ? "changed" : "as before"}, by ${repository}`;
  }
  yield "the GPU exporters' data (src/dcgm/data): see CONTRIBUTING.md, Add an exporter version";
  yield "XIDs: save NVIDIA's catalogue as CSV, then npm run xid-codes";
}

const cloned = (repository: string, folder: string): string => {
  execFileSync("git", ["clone", "--quiet", "--bare", `https://github.com/${repository}.git`, folder], {
    stdio: "inherit",
  });
  return folder;
};
