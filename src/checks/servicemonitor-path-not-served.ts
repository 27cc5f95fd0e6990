import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorPathNotServed = hopCheck({
  id: "servicemonitor-path-not-served",
  title: "A monitor asks dcgm-exporter for a path at which it has no metrics.",
  severity: "error",
});
