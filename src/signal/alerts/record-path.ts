import { namespaceOf } from "../../world/namespaces.ts";
import { isOwn, type World } from "../../world/world.ts";
import { type RuleVerdicts, ruleAcceptanceHop } from "../operator/rule-acceptance.ts";
import { ruleSelectionHops } from "../operator/rule-selection.ts";
import { type SignalPath, statusOf } from "../path/signal-path.ts";
import { ruleEntries } from "../rules/rule-entries.ts";

/**
 * The way of PrometheusRules of base and overlays that only record: whether Prometheus loads them. Those with alerts
 * are judged by way of these.
 */
export const recordPaths = (world: World, verdicts: RuleVerdicts): readonly SignalPath[] => {
  const own = ruleEntries(world).filter(({ object }) => isOwn(object));
  const byObject = Map.groupBy(own, ({ object }) => object);
  return [...byObject]
    .filter(([, entries]) => entries.every(({ kind }) => kind === "record"))
    .map(([object]) => {
      const hops = [
        ...ruleSelectionHops(object, world),
        ruleAcceptanceHop(object, verdicts.get(object.manifest), world),
      ];
      const subject = `recording rules of PrometheusRule ${namespaceOf(object, world)}/${object.ref.name}`;
      return { signal: "alert", subject, resource: object.ref, status: statusOf(hops), hops };
    });
};
