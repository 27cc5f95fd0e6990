import { labelsAt, objectsAt, textOrEmpty, textsAt } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { type AlertMatcher, matcherText, meets } from "../../signal/alertmanager/alert-matcher.ts";

/**
 * An alert that Alertmanager has, with the receivers that it chose.
 * https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 */
export interface RoutedAlert {
  readonly fingerprint: string;
  readonly labels: Labels;
  readonly receivers: readonly string[];
  /** Fingerprints of alerts. */
  readonly inhibitedBy: readonly string[];
  /** Ids of silences. */
  readonly silencedBy: readonly string[];
}

/** A silence that holds now. */
export interface Silence {
  readonly id: string;
  readonly matchers: readonly AlertMatcher[];
  readonly createdBy: string;
  readonly comment: string;
  readonly endsAt: string;
}

/** Alerts of `/api/v2/alerts`. */
export const alertsIn = (body: Json): readonly RoutedAlert[] => objectsAt(body, []).map(alertOf);

/** Silences of `/api/v2/silences` that hold now: it tells those that are over, too. */
export const silencesIn = (body: Json): readonly Silence[] =>
  objectsAt(body, [])
    .filter((one) => valueAt(one, ["status", "state"]) === "active")
    .map(silenceOf);

/** Those that mute an alert with exactly these labels. */
export const silencing = (silences: readonly Silence[], labels: Labels): readonly Silence[] =>
  silences.filter(({ matchers }) => matchers.every((one) => meets(one, labels[one.name] ?? "")));

/** E.g. `silence 1b2c… of Jane (team="gpu"; "maintenance") until 2026-11-29T12:00:00Z`. */
export const silenceText = ({ id, matchers, createdBy, comment, endsAt }: Silence): string =>
  `silence ${id} of ${createdBy || "nobody named"} (${matchers.map(matcherText).join(", ")}; ${JSON.stringify(comment.slice(0, 100))}) until ${endsAt}`;

const alertOf = (alert: JsonObject): RoutedAlert => ({
  fingerprint: textOrEmpty(alert, ["fingerprint"]),
  labels: labelsAt(alert, ["labels"]),
  receivers: objectsAt(alert, ["receivers"]).map((receiver) => textOrEmpty(receiver, ["name"])),
  inhibitedBy: textsAt(alert, ["status", "inhibitedBy"]),
  silencedBy: textsAt(alert, ["status", "silencedBy"]),
});

const silenceOf = (silence: JsonObject): Silence => ({
  id: textOrEmpty(silence, ["id"]),
  matchers: objectsAt(silence, ["matchers"]).map(matcherOf),
  createdBy: textOrEmpty(silence, ["createdBy"]),
  comment: textOrEmpty(silence, ["comment"]),
  endsAt: textOrEmpty(silence, ["endsAt"]),
});

const matcherOf = (matcher: Json): AlertMatcher => {
  const { isRegex, isEqual, name, value } = isObject(matcher) ? matcher : {};
  // Before 0.22 there was no `isEqual`, and every matcher was positive.
  const negative = isEqual === false;
  return {
    name: String(name),
    op: isRegex === true ? (negative ? "!~" : "=~") : negative ? "!=" : "=",
    value: String(value),
  };
};
