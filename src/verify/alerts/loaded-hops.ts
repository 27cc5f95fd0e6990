import { capital } from "../../core/sentence.ts";
import type { HopName, SignalPath } from "../../signal/path/signal-path.ts";
import type { RuleEntry } from "../../signal/rules/rule-entries.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { WorldObject } from "../../world/world.ts";
import { rejection } from "../metrics/rejection.ts";
import type { LivePrometheus, LiveRule } from "../prometheus/live-prometheus.ts";
import { observeSelection, predictedOf } from "../prometheus/selected-live.ts";
import type { Scene } from "../scene.ts";
import { type ObservedHop, observedHop, type Sight } from "../verification.ts";

/** A rule of the tree, or all of a PrometheusRule (`entry` is null). */
interface SeenRule {
  readonly path: SignalPath;
  readonly object: WorldObject;
  readonly entry: RuleEntry | null;
  readonly prometheus: WorldObject;
  readonly live: LivePrometheus;
  readonly scene: Scene;
}

/** Whether Prometheus has the rule, selected by labels and namespace, and evaluates it without an error. */
export const loadedHops = async (seen: SeenRule): Promise<readonly ObservedHop[]> => {
  const { path, object, entry, prometheus, live, scene } = seen;
  const told = (hop: HopName, sight: Sight, what: string): ObservedHop =>
    observedHop(hop, predictedOf(path, hop), sight, what);
  const selection = await observeSelection(path, object, prometheus, scene);
  const rules = await live.rules();
  if (!rules.ok)
    return [
      ...selection,
      told("operator-accepts-rule", "cannot-be-seen", `${live.name} cannot be asked: ${rules.why}.`),
    ];
  const own = loadedRules(rules.value, object, entry, namespaceOf(object, scene.resolution.world));
  const isSelected = selection.every(({ observed }) => observed === "seen");
  const ill = own.find(({ isHealthy }) => !isHealthy);
  return [
    ...selection,
    own.length > 0
      ? told("operator-accepts-rule", "seen", `${live.name} has loaded ${entry === null ? "its rules" : "the rule"}.`)
      : told(
          "operator-accepts-rule",
          isSelected ? "not-seen" : "cannot-be-seen",
          capital((await rejection(object, scene)) ?? `${live.name} has no such rule.`),
        ),
    ...(entry === null ? [] : [resultHop(own, ill, told)]),
  ];
};

const resultHop = (
  own: readonly LiveRule[],
  ill: LiveRule | undefined,
  told: (hop: HopName, sight: Sight, what: string) => ObservedHop,
): ObservedHop => {
  if (own.length === 0) return told("result-is-vector", "cannot-be-seen", "Prometheus does not evaluate the rule.");
  if (ill !== undefined)
    return told(
      "result-is-vector",
      "not-seen",
      `Its evaluation fails: ${ill.error.slice(0, 300).replace(/\.?$/, ".")}`,
    );
  if (!own.some(({ isEvaluated }) => isEvaluated))
    return told("result-is-vector", "cannot-be-seen", "Prometheus has not evaluated the rule yet.");
  return told("result-is-vector", "seen", "Prometheus evaluates it without an error.");
};

/**
 * The operator calls a rule file `<namespace>-<name>-<uid>.yaml` (`pkg/prometheus/rules.go`): the uid keeps the names
 * of two objects apart.
 */
const loadedRules = (
  rules: readonly LiveRule[],
  object: WorldObject,
  entry: RuleEntry | null,
  namespace: string,
): readonly LiveRule[] => {
  const begin = `/${namespace}-${object.ref.name}-`;
  return rules.filter(
    ({ file, name, kind }) => fileOf(file, begin) && (entry === null || (kind === entry.kind && name === entry.name)),
  );
};

const fileOf = (file: string, begin: string): boolean => {
  const at = file.lastIndexOf(begin);
  return at !== -1 && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.ya?ml$/.test(file.slice(at + begin.length));
};
