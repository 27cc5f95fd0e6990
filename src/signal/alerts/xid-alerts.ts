import { once } from "../../core/once.ts";
import { type XidCode, xidCodes } from "../../dcgm/xid-codes.ts";
import { type XidCarrier, xidCarrier, xidLabels } from "../../dcgm/xid-metrics.ts";
import { type LabelShape, valuesIn, withLabels } from "../../promql/label-shape.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { isOwn, type World } from "../../world/world.ts";
import { routeOf } from "../alertmanager/alert-route.ts";
import type { AlertmanagerConfig, InhibitRule } from "../alertmanager/alertmanager-config.ts";
import { type Recordings, recordedFrom, recordingsIn } from "../rules/recorded-from.ts";
import { ruleEntries } from "../rules/rule-entries.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import type { AlertWay } from "./alert-path.ts";
import { type SentAlert, sentAlert } from "./sent-alert.ts";
import { xidSights } from "./xid-sight.ts";

/** A receiver at the end of a route. */
export interface XidReceiver {
  readonly name: string;
  /** Kinds of its integrations, e.g. `pagerduty`. */
  readonly integrations: readonly string[];
  /** False where it hangs on a label whose value is known only when the alert fires. */
  readonly certain: boolean;
}

/** An alert of the tree that reads XIDs. */
export interface XidAlert {
  readonly way: AlertWay;
  /** Codes of NVIDIA's catalogue for which it fires, in order; empty where that is `unclear`. */
  readonly codes: readonly XidCode[];
  readonly unclear: boolean;
  /** It asks for no code: any XID makes it fire. */
  readonly any: boolean;
  /** By what it knows the code, directly or through recording rules. */
  readonly reads: ReadonlySet<XidCarrier>;
  /** Its label; null where it has none, or a template decides it. */
  readonly severity: string | null;
  /** The labels with which it reaches Alertmanager, and the rules by which that mutes alerts. */
  readonly labels: LabelShape;
  readonly inhibitRules: readonly InhibitRule[];
  /** Who is told of a code; null where no route is in sight. */
  receiversOf(code: number): readonly XidReceiver[] | null;
}

interface Alerted {
  readonly world: World;
  readonly known: KnownMetrics;
  readonly alerts: readonly AlertWay[];
}

/** The alerts of base and overlays that read XIDs, directly or through recording rules, in the order of the rules. */
export const xidAlerts = once((resolution: Alerted): readonly XidAlert[] => {
  const recordings = recordingsIn(resolution.world);
  const sights = xidCodes.map((one) => ({ one, see: xidSights(one.code, recordings) }));
  const asked = once((expr: string) => askedIn(expr, recordings, sights));
  return resolution.alerts.flatMap((way) => {
    const { expr, labels } = way.entry;
    const { carriers, codes, unclear } = asked(expr);
    if (carriers.length === 0) return [];
    const severity = labels["severity"] ?? "";
    const sent = sentAlert(way.entry, resolution);
    return [
      {
        ...{ way, codes, unclear, reads: new Set(carriers), any: codes.length === xidCodes.length },
        severity: severity === "" || severity.includes("{{") ? null : severity,
        ...{ labels: sent.labels, inhibitRules: sent.configs?.flatMap(({ inhibitRules }) => inhibitRules) ?? [] },
        receiversOf: receivers(sent, carriers),
      },
    ];
  });
});

/** Whether alerts that the tree does not bring itself, such as those in the chart's values, read XIDs. */
export const othersReadXids = (world: World): boolean =>
  ruleEntries(world).some(
    ({ object, kind, expr }) =>
      kind === "alert" &&
      !isOwn(object) &&
      // Reading all of the chart's expressions takes 25 ms.
      expr.includes("XID") &&
      recordedFrom(expr, recordingsIn(world)).leaves.some(({ metric }) => xidCarrier(metric ?? "") !== null),
  );

/** Many alerts of a large tree have the same expression. */
const askedIn = (
  expr: string,
  recordings: Recordings,
  sights: readonly { readonly one: XidCode; readonly see: ReturnType<typeof xidSights> }[],
): Pick<XidAlert, "codes" | "unclear"> & { readonly carriers: readonly XidCarrier[] } => {
  const carriers = recordedFrom(expr, recordings).leaves.flatMap(({ metric }) => xidCarrier(metric ?? "") ?? []);
  if (carriers.length === 0) return { carriers, codes: [], unclear: false };
  const { root, complete } = readExpression(expr);
  const seen = sights.map(({ one, see }) => ({ one, of: see(root)?.of ?? "other" }));
  const unclear = !complete || seen.some(({ of }) => of === "unclear");
  return { carriers, unclear, codes: unclear ? [] : seen.filter(({ of }) => of !== "other").map(({ one }) => one) };
};

/** Routes may ask for the code, which is a label of most results. */
const receivers = ({ labels, configs }: SentAlert, carriers: readonly XidCarrier[]): XidAlert["receiversOf"] => {
  if (configs === null) return () => null;
  const receiving = (shape: LabelShape): readonly XidReceiver[] =>
    configs.flatMap((config) => ends(config, routeOf(config, shape).routes));
  const generally = receiving(labels);
  if (generally.every(({ certain }) => certain)) return () => generally;
  return once((code: number) => {
    const own = carriers
      .map((carrier) => xidLabels[carrier])
      .filter((name) => valuesIn(labels, name)?.includes(`${code}`) ?? true);
    const narrowed = own.map((name) => [name, [`${code}`]] as const);
    return receiving(withLabels(labels, narrowed));
  });
};

const ends = (
  { receivers: all }: AlertmanagerConfig,
  routes: ReturnType<typeof routeOf>["routes"],
): readonly XidReceiver[] =>
  routes.map(({ route, certain }) => ({
    name: route.receiver,
    integrations: all.find(({ name }) => name === route.receiver)?.integrations ?? [],
    certain,
  }));
