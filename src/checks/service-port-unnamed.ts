import { hopCheck } from "./problem/hop-problems.ts";

export const servicePortUnnamed = hopCheck({
  id: "service-port-unnamed",
  title: "The monitor asks for a port by name, and the port of the Service has none.",
  severity: "error",
});
