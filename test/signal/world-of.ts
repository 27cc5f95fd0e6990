import type { ExporterModel } from "../../src/dcgm/exporter-model.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { buildWorld } from "../../src/world/build-world.ts";
import type { World, WorldObject } from "../../src/world/world.ts";
import { chartOrigin, emptyStack, manifestsOf, noExporter, renderOf } from "../checks/subject.ts";

export { noExporter };

/** The file in which the tree's objects of {@link worldOf} stand. */
export const overlayFile = "stack/overlays/alerting/manifest.yaml";

/**
 * A world of YAML texts: the chart's objects, the tree's (in {@link overlayFile}), and what the exporter brings. The
 * release is `prometheus-stack` in `monitoring`.
 */
export const worldOf = (parts: { chart?: string; tree?: string; exporter?: Partial<ExporterModel> }): World => {
  const tree = parts.tree ?? "";
  return buildWorld(
    {
      ...emptyStack,
      release: { ...emptyStack.release, name: { value: "prometheus-stack", from: "default" } },
      files: [parseYaml(tree, overlayFile)],
    },
    renderOf({ chart: manifestsOf(parts.chart ?? "", chartOrigin), overlay: manifestsOf(tree) }),
    { ...noExporter, ...parts.exporter },
  );
};

/** The one object of a kind and name; throws where it is not there. */
export const the = (world: World, kind: string, name?: string): WorldObject => {
  const found = world.ofKind(kind).find(({ ref }) => name === undefined || ref.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name ?? ""}`);
  return found;
};

/** Bodies of a YAML text, as an exporter declares them. */
export const bodiesOf = (text: string): readonly JsonObject[] => manifestsOf(text).map(({ body }) => body);
