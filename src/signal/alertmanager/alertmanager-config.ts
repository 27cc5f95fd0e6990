import type { Location } from "../../core/finding.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import type { AlertMatcher } from "./alert-matcher.ts";

/** A node of the routing tree. Receivers are inherited: each node names the one that it uses. */
export interface Route {
  readonly receiver: string;
  readonly matchers: readonly AlertMatcher[];
  readonly continue: boolean;
  readonly routes: readonly Route[];
  /**
   * Names of time intervals: within the former nobody is notified, nor outside of the latter.
   * Children do not inherit them.
   */
  readonly muteTimeIntervals: readonly string[];
  readonly activeTimeIntervals: readonly string[];
  /** Whether these leave no time at which it notifies. */
  readonly isNeverTold: boolean;
  readonly grouping: Grouping;
  /** Where it stands. */
  readonly place: LazyLocation;
}

/** How a route gathers alerts before it notifies; what it does not say is that of the route above it. */
export interface Grouping {
  /** Labels by which alerts are one group; `...` among them: by all. */
  readonly by: readonly string[];
  /** Milliseconds from a group's first alert to its notification, and from there on between notifications. */
  readonly waitMs: number;
  readonly intervalMs: number;
}

/** What counts where no route says anything: https://prometheus.io/docs/alerting/latest/configuration/#route */
export const defaultGrouping: Grouping = { by: [], waitMs: 30_000, intervalMs: 300_000 };

export interface Receiver {
  readonly name: string;
  /** Kinds of its integrations, e.g. `webhook`; without any it notifies nobody. */
  readonly integrations: readonly string[];
  /** How many integrations of each kind it has. */
  readonly counts: Readonly<Record<string, number>>;
  readonly place: LazyLocation;
}

/**
 * While an alert fires that meets `source`, nobody is notified of alerts that meet `target` and have the same
 * values of the labels `equal`.
 */
export interface InhibitRule {
  readonly source: readonly AlertMatcher[];
  readonly target: readonly AlertMatcher[];
  readonly equal: readonly string[];
  readonly place: LazyLocation;
}

/** What an Alertmanager does with alerts, as far as labels decide it. */
export interface AlertmanagerConfig {
  readonly route: Route;
  readonly receivers: readonly Receiver[];
  readonly inhibitRules: readonly InhibitRule[];
}

/** Finds the line that a person can edit, once a message needs it; null where the tree has none. */
export type LazyLocation = () => Location | null;
/** The line of the value at a path into the configuration. */
export type PlaceOf = (path: Path) => Location | null;

/** A configuration, or why Alertmanager would not take it. */
export type ReadConfig =
  | { readonly config: AlertmanagerConfig; readonly problem: null }
  | {
      readonly config: null;
      readonly problem: {
        readonly message: string;
        readonly place: LazyLocation;
        /** True where something is not there, which values that are not in sight might add. */
        readonly isLack?: boolean;
      };
    };
