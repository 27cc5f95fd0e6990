import { scalarChange } from "../fix/scalar-edit.ts";
import { lostAddress } from "../signal/grafana/datasource-service.ts";
import { provisionedDatasources } from "../signal/grafana/grafana-datasources.ts";
import { grafanaPods } from "../signal/grafana/grafana-pod.ts";
import type { Check } from "./check.ts";
import { datasourceAt } from "./own/datasource-place.ts";

export const grafanaDatasourceUrlNotFound: Check = {
  id: "grafana-datasource-url-not-found",
  title: "The address of a data source names no Service of the stack, or a port that the Service does not have.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  *find({ stack, resolution: { world } }) {
    for (const pod of grafanaPods(world))
      for (const source of provisionedDatasources(pod, world)) {
        const lost = lostAddress(source, pod, world);
        if (lost === null) continue;
        const at = datasourceAt(stack, source, "url");
        const { why, meant } = lost;
        const edit = at === null || meant === null ? null : scalarChange(at, { old: source.url, value: meant }, world);
        yield {
          message: `data source ${source.name}: ${why}; every panel that asks it (${source.url}) stays empty`,
          resource: source.object.ref,
          ...(at === null ? {} : { at }),
          ...(meant === null ? {} : { fix: { description: `Write ${meant}.`, edits: edit === null ? [] : [edit] } }),
        };
      }
  },
};
