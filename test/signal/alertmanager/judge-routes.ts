import fc from "fast-check";
import { exactly } from "../../../src/promql/label-shape.ts";
import { routeOf } from "../../../src/signal/alertmanager/alert-route.ts";
import { readAlertmanagerConfig } from "../../../src/signal/alertmanager/read-alertmanager-config.ts";
import { askAmtool } from "./ask-amtool.ts";
import type { RouteCase } from "./route-cases.ts";

/** Receivers in Alertmanager's order; null where the configuration is refused. */
type Receivers = readonly string[] | null;

/** Asks amtool and us for the routes of so many generated cases. */
export const judgeRoutes = async (
  cases: fc.Arbitrary<RouteCase>,
  count: number,
  seed: number,
): Promise<{ readonly answers: readonly Receivers[]; readonly disagreements: readonly unknown[] }> => {
  const all = fc.sample(cases, { numRuns: count, seed });
  const answers = await askAmtool(all);
  const disagreements = all
    .map((one, index) => ({ ...one, amtool: answers[index], ours: ours(one) }))
    .filter(({ amtool, ours }) => JSON.stringify(amtool) !== JSON.stringify(ours));
  return { answers, disagreements };
};

/** With all labels known nothing may be left open. */
const ours = ({ config, labels }: RouteCase): Receivers | "uncertain" => {
  const read = readAlertmanagerConfig(JSON.stringify(config));
  if (read.config === null) return null;
  const { routes } = routeOf(read.config, exactly(labels));
  return routes.every(({ certain }) => certain) ? routes.map(({ route }) => route.receiver) : "uncertain";
};
