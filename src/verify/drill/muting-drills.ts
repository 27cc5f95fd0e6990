import type { Labels } from "../../kubernetes/labels.ts";
import { type AlertMatcher, meets } from "../../signal/alertmanager/alert-matcher.ts";
import type { AlertmanagerConfig } from "../../signal/alertmanager/alertmanager-config.ts";
import type { Drill } from "./choose-drills.ts";

/**
 * Whether an alert with the labels `source` mutes one with `target` for as long as it fires. One that meets both sides
 * is not muted by another that does, too.
 * https://prometheus.io/docs/alerting/latest/configuration/#inhibition-related-settings
 */
const mutesOther = (source: Labels, target: Labels, { inhibitRules }: AlertmanagerConfig): boolean =>
  inhibitRules.some(
    (rule) =>
      meetAll(rule.source, source) &&
      meetAll(rule.target, target) &&
      !(meetAll(rule.source, target) && meetAll(rule.target, source)) &&
      rule.equal.every((name) => (source[name] ?? "") === (target[name] ?? "")),
  );

const meetAll = (matchers: readonly AlertMatcher[], labels: Labels): boolean =>
  matchers.every((one) => meets(one, labels[one.name] ?? ""));

/** Whether one of the two mutes the other, so that they are not to fire at once. */
export const muteEachOther = (a: Drill, b: Drill, config: AlertmanagerConfig): boolean =>
  mutes(a, b, config) || mutes(b, a, config);

const mutes = ({ candidate: source }: Drill, { candidate: target }: Drill, config: AlertmanagerConfig): boolean =>
  mutesOther(source.labels, target.labels, config);

/** What another drill mutes comes before that one: it is proved, and may be mute, once that fires. */
export const mutedFirst = (drills: readonly Drill[], config: AlertmanagerConfig): readonly Drill[] => {
  const ordered: Drill[] = [];
  for (let left = drills; left.length > 0; ) {
    const [first] = left;
    // Where each mutes another, there is no right order.
    const next = left.find((one) => left.every((other) => other === one || !mutes(one, other, config))) ?? first;
    if (next === undefined) break;
    ordered.push(next);
    left = left.filter((one) => one !== next);
  }
  return ordered;
};
