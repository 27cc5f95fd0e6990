import { isObject, valueAt } from "../kubernetes/manifest.ts";
import { providerOf } from "../signal/grafana/grafana-providers.ts";
import type { Check } from "./check.ts";
import { ownDashboards } from "./own/own-dashboards.ts";
import { objectProblem } from "./own/own-objects.ts";

export const dashboardFolderAnnotationIgnored: Check = {
  id: "dashboard-folder-annotation-ignored",
  title: "An annotation names a folder of Grafana, and nothing reads it.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const { sidecars, providers } = resolution.dashboards.grafana;
    if (sidecars.length === 0 || !providers.complete) return;
    const told = new Set<unknown>();
    for (const { file } of ownDashboards(resolution)) {
      const annotations = valueAt(file.object.body, ["metadata", "annotations"]);
      if (file.by !== "sidecar" || !isObject(annotations) || told.has(file.object)) continue;
      told.add(file.object);
      const read = new Set(sidecars.map(({ folderAnnotation }) => folderAnnotation));
      for (const name of Object.keys(annotations).filter((one) => usual.has(one) || read.has(one))) {
        const provider = providerOf(providers, file.directory);
        const why = !read.has(name)
          ? `the annotation ${name} does nothing: Grafana's sidecar reads ${[...read].join(", ")}`
          : provider?.foldersFromFilesStructure === false && name !== byPath
            ? `the annotation ${name} moves the file, and Grafana's folder stays the same: its provider has foldersFromFilesStructure: false`
            : null;
        if (why !== null) yield objectProblem(file.object, why, ["metadata", "annotations", name]);
      }
    }
  },
};

/** Its own documentation calls it a directory: whoever sets it may want no more than that. */
const byPath = "k8s-sidecar-target-directory";

/** The names by which the chart's documentation and its users set it. */
const usual: ReadonlySet<string> = new Set(["grafana_folder", "grafana_dashboard_folder"]);
