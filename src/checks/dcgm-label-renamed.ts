import { hopCheck } from "./problem/hop-problems.ts";

export const dcgmLabelRenamed = hopCheck({
  id: "dcgm-label-renamed",
  title: "An alert uses a label of GPU metrics by a name that this exporter version does not have.",
  severity: "error",
});
