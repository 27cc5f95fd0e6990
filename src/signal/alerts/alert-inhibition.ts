import type { Labels } from "../../kubernetes/labels.ts";
import { type LabelShape, valuesIn } from "../../promql/label-shape.ts";
import { matcherText } from "../alertmanager/alert-matcher.ts";
import { matchesAll } from "../alertmanager/alert-route.ts";
import type { AlertmanagerConfig, InhibitRule } from "../alertmanager/alertmanager-config.ts";
import type { Hop } from "../path/signal-path.ts";

/** An alert that mutes others for as long as it fires. */
export interface Muting {
  readonly name: string;
  readonly labels: LabelShape;
  /** It always fires, or just when the one fires that it mutes. */
  readonly whenever: "always" | "with-target";
}

/**
 * Whether the alert is muted whenever it fires. A rule whose source is some other alert mutes it only now and then,
 * which is what such rules are for. `sameName` are the labels that the rules of its own alertname state, itself
 * included. https://prometheus.io/docs/alerting/latest/configuration/#inhibition-related-settings
 */
export const inhibitionHop = (
  { inhibitRules }: AlertmanagerConfig,
  labels: LabelShape,
  mutings: readonly Muting[],
  sameName: readonly Labels[],
): Hop => {
  const hop = "alert-is-not-inhibited";
  const aimed = inhibitRules.filter(({ target }) => matchesAll(target, labels) !== "no");
  for (const rule of aimed) {
    const muting = mutings.find((one) => mutes(rule, one, labels));
    if (muting === undefined) continue;
    const at = rule.place();
    return {
      hop,
      status: "broken",
      why: `${muting.name} mutes it: that alert ${muting.whenever === "always" ? "always fires" : "fires with it, as long as no warning or critical alert does in its namespace"}.`,
      ...(at === null ? {} : { at }),
      fix: { description: "Give the alert another severity, or take the inhibition rule away.", edits: [] },
      check: "alert-inhibited-by-default",
    };
  }
  const sources = [...new Set(aimed.filter((rule) => canBeMuted(rule, labels, sameName)).map(sourceText))];
  const why =
    sources.length === 0
      ? "No inhibition rule mutes it."
      : `It is muted only while another alert fires: ${sources.join("; or ")}.`;
  return { hop, status: "ok", why };
};

/**
 * All is certain: the alert is meant, the source meets its side, and both share the labels. An alert that meets both
 * sides is not muted by one that does, too.
 */
const mutes = (
  { source, target, equal }: InhibitRule,
  { labels: other, whenever }: Muting,
  labels: LabelShape,
): boolean =>
  matchesAll(target, labels) === "yes" &&
  matchesAll(source, other) === "yes" &&
  (matchesAll(source, labels) === "no" || matchesAll(target, other) === "no") &&
  equal.every((name) => {
    // The alert that fires with its target has the target's namespace.
    if (whenever === "with-target" && name === "namespace") return true;
    const [mine, its] = [valuesIn(labels, name), valuesIn(other, name)];
    return mine !== null && its !== null && mine.length === 1 && its.length === 1 && mine[0] === its[0];
  });

/**
 * A source that has to share the alertname is one of its rules; one that has to share other
 * labels is not excluded by them.
 */
const canBeMuted = ({ source, equal }: InhibitRule, labels: LabelShape, sameName: readonly Labels[]): boolean => {
  const shared = equal.map((name) => [name, valuesIn(labels, name)] as const);
  const others = equal.includes("alertname") ? sameName : [{}];
  return others.some((one) => {
    const stated = Object.entries(one).map(([name, value]) => [name, value.includes("{{") ? null : [value]] as const);
    return matchesAll(source, { labels: new Map([...stated, ...shared]), open: true }) !== "no";
  });
};

const sourceText = ({ source, equal }: InhibitRule): string =>
  `one with ${source.map(matcherText).join(", ") || "any labels"}${equal.length === 0 ? "" : ` and the same ${equal.join(", ")}`}`;
