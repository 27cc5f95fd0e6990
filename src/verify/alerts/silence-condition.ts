import { readExpression } from "../../promql/parse-expression.ts";
import { matchesAll } from "../../signal/alertmanager/alert-route.ts";
import { alertmanagersOf } from "../../signal/alertmanager/alertmanager-in-force.ts";
import { alertLabels } from "../../signal/alerts/alert-labels.ts";
import { type LiveAlertmanager, liveAlertmanager } from "../alertmanager/live-alertmanager.ts";
import { silenceText } from "../alertmanager/told-by-api.ts";
import type { Scene } from "../scene.ts";
import type { Condition } from "../verification.ts";

/**
 * Silences that hold now. One that swallows all alerts of the tree is not seen as well; one that swallows some is
 * somebody's decision, and told.
 */
export const silenceCondition = async (scene: Scene): Promise<readonly Condition[]> => {
  const { world } = scene.resolution;
  const [prometheus] = world.ofKind("Prometheus");
  if (prometheus === undefined) return [];
  const found = alertmanagersOf(prometheus, world).found.map(liveAlertmanager(scene));
  return (await Promise.all(found.map((live) => ofOne(live, scene)))).flat();
};

const ofOne = async (live: LiveAlertmanager, scene: Scene): Promise<readonly Condition[]> => {
  const silences = await live.silences();
  if (!silences.ok) return [];
  const { alerts, known, world } = scene.resolution;
  const [prometheus] = world.ofKind("Prometheus");
  const shapes = alerts.map(({ entry }) =>
    alertLabels(entry, readExpression(entry.expr), known, prometheus ?? null, world),
  );
  const counted = silences.value
    .map((silence) => ({
      silence,
      swallowed: shapes.filter((labels) => matchesAll(silence.matchers, labels) === "yes").length,
    }))
    .filter(({ swallowed }) => swallowed > 0);
  const subject = live.name;
  const name = "alerts-are-not-silenced";
  if (counted.length === 0)
    return [{ condition: name, subject, sight: "seen", what: "No silence swallows an alert of the tree.", hint: null }];
  return counted.map(({ silence, swallowed }) => ({
    condition: name,
    subject,
    sight: swallowed === shapes.length ? "not-seen" : "cannot-be-seen",
    what: `The ${silenceText(silence)} swallows ${swallowed} of ${shapes.length} alerts of the tree.`,
    hint: "End it where it is not meant any more.",
  }));
};
