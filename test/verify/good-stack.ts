import { resolve } from "node:path";
import type { Resolution } from "../../src/signal/resolve-signals.ts";
import { predict } from "../rig/predict.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";

const fixtures = resolve(import.meta.dirname, "../../fixtures");

/** What the files of a stack of the fixtures promise, with the small chart and the gpu-operator's exporter. */
export const promised = async (stack = "prometheus-stack"): Promise<Resolution> => {
  const inputs = { path: stack, chart: resolve(fixtures, "charts/kube-prometheus-stack"), exporter: "gpu-operator" };
  return predict(inputs, fixtures, await toolsDir(checkCommands));
};
