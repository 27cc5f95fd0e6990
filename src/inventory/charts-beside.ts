import { objectsAt, textAt } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { allManifests, type Render } from "../render/render.ts";
import { chartNameIn } from "../stack/install/chart-name.ts";
import type { Stack } from "../stack/stack.ts";

/**
 * Names of the charts that are installed beside the stack's own: by other helm lines of install.sh, and by objects of
 * the tree that have a controller install a chart.
 */
export const chartsBeside = ({ install }: Stack, render: Render): readonly string[] => [
  ...(install?.otherCharts ?? []).map(({ chart }) => chartNameIn(chart)),
  ...allManifests(render)
    .flatMap(({ ref, body }) => chartsOf(ref.kind, body))
    .map(chartNameIn),
];

/**
 * Flux: https://fluxcd.io/flux/components/helm/helmreleases/; Argo CD:
 * https://argo-cd.readthedocs.io/en/stable/user-guide/helm/; K3s: https://docs.k3s.io/add-ons/helm
 */
const chartsOf = (kind: string, body: JsonObject): readonly string[] => {
  const texts = {
    HelmRelease: [textAt(body, ["spec", "chart", "spec", "chart"])],
    HelmChart: [textAt(body, ["spec", "chart"])],
    Application: [
      textAt(body, ["spec", "source", "chart"]),
      ...objectsAt(body, ["spec", "sources"]).map((source) => textAt(source, ["chart"])),
    ],
  }[kind];
  return (texts ?? []).filter((text) => text !== null);
};
