import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorDropsItsTargets = hopCheck({
  id: "servicemonitor-drops-its-targets",
  title: "The relabelings of a monitor drop every target that it finds.",
  severity: "error",
});
