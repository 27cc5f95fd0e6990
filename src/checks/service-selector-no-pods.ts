import { hopCheck } from "./problem/hop-problems.ts";

export const serviceSelectorNoPods = hopCheck({
  id: "service-selector-no-pods",
  title: "The Service behind a monitor has no pods: its selector misses them, or there are none.",
  severity: "error",
});
