import { type ProvisionedDatasource, provisionedDatasources } from "../signal/grafana/grafana-datasources.ts";
import { type GrafanaPod, grafanaPods } from "../signal/grafana/grafana-pod.ts";
import { isOfChart } from "../world/world.ts";
import type { Check, Subject } from "./check.ts";
import { datasourceAt, writtenInValues } from "./own/datasource-place.ts";

export const grafanaDatasourceDefaultTwice: Check = {
  id: "grafana-datasource-default-twice",
  title: "Grafana is given two default data sources, and does not start with them.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  *find(subject) {
    const { stack } = subject;
    for (const pod of grafanaPods(subject.resolution.world))
      for (const [first, second] of defaultsTwice(pod, subject)) {
        const at = datasourceAt(stack, second, "isDefault");
        yield {
          message: `Grafana is given ${first.name} and ${second.name} as default data sources, and one organization has one: Grafana ends when it starts ("Only one datasource per organization can be marked as default"), and takes no data source when it reloads`,
          resource: second.object.ref,
          ...(at === null ? {} : { at }),
          fix: {
            description: `Write \`isDefault: false\` for ${second.name}${isChartsOwn(first, stack) ? `, or take the chart's own back with \`grafana.sidecar.datasources.isDefaultDatasource: false\`` : ""}.`,
            edits: [],
          },
        };
      }
  },
};

type Judged = Pick<Subject, "stack" | "resolution">;
type Pair = readonly [ProvisionedDatasource, ProvisionedDatasource];

/**
 * The first default of each organization, which is the chart's own where that is one, with each further one. Of files
 * that are written over each other nobody can tell which is read.
 */
const defaultsTwice = (pod: GrafanaPod, { stack, resolution }: Judged): readonly Pair[] => {
  const defaults = provisionedDatasources(pod, resolution.world)
    .filter(({ isDefault }) => isDefault)
    .toSorted((a, b) => Number(isChartsOwn(b, stack)) - Number(isChartsOwn(a, stack)));
  return [...Map.groupBy(defaults, ({ org }) => org).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others
          .filter(({ path, object }) => path !== first.path || object === first.object)
          .map((other) => [first, other] as const),
  );
};

const isChartsOwn = (source: ProvisionedDatasource, stack: Judged["stack"]): boolean =>
  isOfChart(source.object) && writtenInValues(stack, source, "name") === null;
