// npm run exporter-metrics -- <exporter> <folder>: writes src/exporters/data/<exporter>.json, what an exporter of the
// chart has by its releases, from a clone of its public repository with all tags. npm run update does it for all.
import { resolve } from "node:path";
import { readers } from "./exporter-metrics/readers.ts";
import { writeExporterData } from "./exporter-metrics/write-data.ts";

const [exporter = "", folder] = process.argv.slice(2);
const reader = readers[exporter];
if (reader === undefined || folder === undefined) {
  console.error(`Name an exporter (${Object.keys(readers).join(", ")}) and the folder of a clone with its tags.`);
  process.exitCode = 2;
} else {
  const isNew = writeExporterData(resolve(import.meta.dirname, ".."), exporter, reader, folder);
  console.log(isNew ? "it says another thing than before" : "it says the same as before");
}
