import { once } from "../../core/once.ts";
import { isExporterService } from "../../dcgm/exporter-objects.ts";
import { accepts, statedValues } from "../../promql/matcher.ts";
import type { LabelMatcher } from "../../promql/syntax.ts";
import { hasUnseen } from "../../world/unseen.ts";
import type { World } from "../../world/world.ts";
import { monitorKinds } from "../operator/monitor-selection.ts";
import { scrapedTargets, targetsMeeting } from "../scrape/scraped-targets.ts";
import { predictTargets } from "../scrape/targets.ts";
import { type LabelVerdict, neverMet } from "./label-verdict.ts";

/**
 * Whether a target in sight meets the matchers of `up` and its like. That none does means something only of the GPU
 * exporter's job, and of a monitor's name.
 */
export const targetVerdict = (metric: string, matchers: readonly LabelMatcher[], world: World): LabelVerdict => {
  const { gpu, unseen } = scrapedTargets(world);
  const meeting = targetsMeeting(matchers, world);
  if (meeting.some(({ certain }) => certain)) return { chance: "yes" };
  if (meeting.length > 0)
    return { chance: "unknown", why: "whether relabeling keeps a target with these labels is decided in the cluster" };
  for (const matcher of matchers) {
    const stated = statedValues(matcher) ?? [];
    const named = gpu.map(({ labels }) => labels[matcher.name] ?? "").filter((value) => !hasUnseen(value));
    const values = [
      ...new Set(
        isOfExporter(stated, world)
          ? [...named, ...serviceNames(matcher, named, world)]
          : ofMonitorNamed(matcher, stated, world),
      ),
    ];
    if (values.length === 0 || unseen !== null) continue;
    if (values.some((value) => accepts(matcher, value) !== false)) continue;
    return neverMet(metric, matcher, values);
  }
  const expected = matchers.find(
    (matcher) => matcher.name === "job" && serviceNames(matcher, [], world).includes(matcher.value),
  );
  // The expression is right; that nothing scrapes the exporter, the metrics path tells.
  if (expected !== undefined && gpu.length === 0 && unseen === null)
    return {
      chance: "no",
      why: `no monitor brings the GPU exporter into Prometheus, whose job would be ${expected.value}`,
      matcher: expected,
      byExpression: false,
    };
  return {
    chance: "unknown",
    why: `whether a target has these labels (${matchers.map(({ name }) => name).join(", ")}) cannot be seen here`,
  };
};

/** Values that can mean nothing but the declared GPU exporter. */
const isOfExporter = (stated: readonly string[], { exporter }: World): boolean =>
  exporter.known && stated.length > 0 && stated.every((value) => /dcgm/i.test(value));

/** Where nothing scrapes the exporter: the job and service that its targets would have. */
const serviceNames = (
  { name }: Pick<LabelMatcher, "name">,
  named: readonly string[],
  world: World,
): readonly string[] => {
  if (named.length > 0 || (name !== "job" && name !== "service")) return [];
  return exporterServices(world);
};

const exporterServices = once((world: World): readonly string[] =>
  world
    .ofKind("Service")
    .filter(({ body }) => isExporterService(body, [], world.releaseNamespace))
    .map(({ ref }) => ref.name),
);

/** A job is called like the Service, not like the monitor: the jobs of the monitor that is named instead. */
const ofMonitorNamed = ({ name }: LabelMatcher, stated: readonly string[], world: World): readonly string[] =>
  name !== "job"
    ? []
    : monitorKinds
        .flatMap((kind) => world.ofKind(kind))
        .filter(({ ref }) => stated.includes(ref.name))
        .flatMap((monitor) => predictTargets(monitor, world))
        .map(({ labels }) => labels["job"] ?? "")
        .filter((job) => job !== "" && !hasUnseen(job));
