import { nameOf, type Problem } from "../../core/finding.ts";
import { labelsOf } from "../../kubernetes/labels.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Subject } from "../check.ts";
import { ownObjects } from "./own-objects.ts";

/** All monitors and rules of base and overlays, where they carry the label of one release, and another is installed. */
export interface OtherRelease {
  /** What the label says. */
  readonly label: string;
  /** In the order of kinds and objects, two or more. */
  readonly objects: readonly WorldObject[];
}

type Judged = Pick<Subject, "stack" | "resolution">;

/**
 * The one cause for which Prometheus selects nothing of the tree; null where there is none: a label that is wrong among
 * right ones is a slip of its own.
 */
export const otherRelease = ({ stack, resolution }: Judged): OtherRelease | null => {
  if (!selectsByRelease(resolution.world, stack.release.name.value)) return null;
  const objects = kinds
    .flatMap((kind) => ownObjects(resolution, kind))
    .filter(({ body }) => labelsOf(body)["release"] !== undefined);
  const [label, ...others] = new Set(objects.map(({ body }) => labelsOf(body)["release"]));
  if (label === undefined || others.length > 0 || objects.length === 1 || label === stack.release.name.value)
    return null;
  return { label, objects };
};

/** Whether the problem is one of those objects'. */
export const concerns = ({ objects }: OtherRelease): ((problem: Problem) => boolean) => {
  const names = new Set(objects.map(({ ref }) => nameOf(ref)));
  return ({ resource }) => resource !== undefined && names.has(nameOf(resource));
};

/** What a check tells of single objects, without those of which that cause is told. */
export const withoutOtherRelease = (subject: Judged, problems: Iterable<Problem>): readonly Problem[] => {
  const other = otherRelease(subject);
  const isTold = other === null ? () => false : concerns(other);
  return [...problems].filter((problem) => !isTold(problem));
};

const kinds = ["ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig", "PrometheusRule"];

/**
 * As the chart has it unless `…SelectorNilUsesHelmValues` is false:
 * https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack
 */
const selectsByRelease = (world: World, release: string): boolean =>
  world
    .ofKind("Prometheus")
    .some(({ body }) =>
      ["serviceMonitorSelector", "ruleSelector"].every(
        (selector) => valueAt(body, ["spec", selector, "matchLabels", "release"]) === release,
      ),
    );
