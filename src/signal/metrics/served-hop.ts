import { scalarEdit } from "../../fix/scalar-edit.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { type HopVerdict, hopOfAll, placed } from "../path/verdict.ts";
import { endpointPath } from "../scrape/endpoint-path.ts";
import { scrapeFailureOf } from "../scrape/scrape-failure.ts";
import type { ScrapeFailure } from "../scrape/scrape-fault.ts";
import { exporterPath, isServed } from "../scrape/served-path.ts";
import { type PredictedTarget, predictTargets } from "../scrape/targets.ts";
import { fixOf } from "./choice-hops.ts";

/** Whether the pods that a monitor finds have metrics where it asks for them, and Prometheus can take these. */
export const servedHop = (monitor: WorldObject, world: World): Hop => {
  const hop = "metrics-are-served";
  const verdicts = predictTargets(monitor, world).flatMap((target) => {
    const served = isServed(target);
    const failure = scrapeFailureOf(target, world);
    return [
      ...(served === null ? [] : [served ? good : wrong(monitor, target, world)]),
      ...(failure === null ? [] : [failing(failure)]),
    ];
  });
  return verdicts.length === 0
    ? { hop, status: "ok", why: "It finds no GPU exporter in sight: where others have their metrics is not judged." }
    : hopOfAll(hop, verdicts);
};

const good: HopVerdict = { status: "ok", why: `dcgm-exporter has its metrics at ${exporterPath}.` };

const failing = ({ status, why, object, path, advice }: ScrapeFailure): HopVerdict => ({
  status,
  why,
  ...placed(object, path),
  ...(status === "broken" && { fix: { description: advice, edits: [] }, check: "servicemonitor-scrape-fails" }),
});

const wrong = (monitor: WorldObject, target: PredictedTarget, world: World): HopVerdict => {
  const endpoint = endpointPath(monitor, target.endpoint);
  const field = [...endpoint, monitor.ref.kind === "ScrapeConfig" ? "metricsPath" : "path"];
  const written = textAt(monitor.body, field);
  const at = valueAt(monitor.body, field) === undefined ? endpoint : field;
  const edit = written === null ? null : scalarEdit(monitor, field, { old: written, value: exporterPath }, world);
  return {
    status: "broken",
    why: `Prometheus asks for ${target.path}, and dcgm-exporter has its metrics at ${exporterPath} alone: every scrape ends with 404.`,
    ...placed(monitor, at),
    ...fixOf(`Ask for \`path: ${exporterPath}\`.`, [edit]),
    check: "servicemonitor-path-not-served",
  };
};
