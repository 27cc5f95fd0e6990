import { nameOf } from "../../core/finding.ts";
import { jsonWord } from "../../kubernetes/json-word.ts";
import { selectorProblem } from "../../kubernetes/label-selector.ts";
import { isObject, type Json, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import { operatorSource } from "./operator-release.ts";
import { type Case, given, nothingTaken, pathText, type Refusal, rejected } from "./refusal.ts";

/** Interval and timeout of one scrape; the interval comes from the Prometheus where the monitor sets none. */
export const timingRefusals = (one: Case, at: Path): readonly Refusal[] => {
  const interval = given(one, [...at, "interval"]) ?? given(one, [...at, "scrapeInterval"]);
  const timeout = given(one, [...at, "scrapeTimeout"]);
  const own = given(one, [...at, "interval"]) === undefined ? "scrapeInterval" : "interval";
  const malformed = [
    ...durationRefusals([...at, own], interval),
    ...durationRefusals([...at, "scrapeTimeout"], timeout),
  ];
  const empty = emptyDurations(one, at);
  if (malformed.length > 0 || !isText(timeout)) return [...malformed, ...empty];
  const from = isText(interval) ? "the interval" : `the scrapeInterval of ${nameOf(one.prometheus.ref)}`;
  const limit = isText(interval) ? interval : scrapeInterval(one);
  return exceeds(timeout, limit)
    ? [tooLong([...at, "scrapeTimeout"], `${timeout} is more than ${from}, ${limit}`), ...empty]
    : empty;
};

/** Of a ScrapeConfig the operator writes an empty duration as it is; of other kinds it counts as none. */
const emptyDurations = (one: Case, at: Path): readonly Refusal[] =>
  one.monitor.ref.kind !== "ScrapeConfig"
    ? []
    : ["scrapeInterval", "scrapeTimeout"]
        .filter((name) => given(one, [...at, name]) === "")
        .map((name) => {
          const path = [...at, name];
          const why = `${pathText(path)} is empty: the operator writes it, and ${nothingTaken}.`;
          return { path, why, check: rejected, unseen: false, breaks: true, source: operatorSource.config };
        });

/** A Prometheus whose own timeout exceeds its interval gets no configuration at all. */
export const globalTimingRefusals = (one: Case): readonly Refusal[] => {
  const timeout = valueAt(one.prometheus.body, ["spec", "scrapeTimeout"]);
  if (!isText(timeout) || !exceeds(timeout, scrapeInterval(one))) return [];
  const path = ["spec", "scrapeTimeout"];
  const why = `scrapeTimeout ${timeout} of ${nameOf(one.prometheus.ref)} is more than its scrapeInterval ${scrapeInterval(one)}: the operator writes it no configuration.`;
  return [{ path, object: one.prometheus, why, check: tooLongCheck, unseen: false, source: operatorSource.config }];
};

/** `spec.scrapeClass` has to be one that the Prometheus defines. */
export const scrapeClassRefusals = (one: Case): readonly Refusal[] => {
  const name = given(one, ["spec", "scrapeClass"]);
  if (!isText(name)) return [];
  const classes = valueAt(one.prometheus.body, ["spec", "scrapeClasses"]);
  const names = (Array.isArray(classes) ? classes : []).filter(isObject).map((known: Json) => valueAt(known, ["name"]));
  if (names.includes(name)) return [];
  const known = names.length === 0 ? "it defines none" : `it defines ${names.join(", ")}`;
  const why = `The scrape class "${name}" is not one of ${nameOf(one.prometheus.ref)}: ${known}.`;
  const check = "servicemonitor-scrape-class-not-found";
  return [{ path: ["spec", "scrapeClass"], why, check, unseen: false, source: operatorSource.selector }];
};

/** A selector that Kubernetes refuses. */
export const selectorRefusals = (one: Case, path: Path): readonly Refusal[] => {
  if (!one.operator.does("judges selectors of targets")) return [];
  const problem = selectorProblem(given(one, path));
  const why = `${pathText(path)} is not a valid label selector: ${problem}.`;
  return problem === null ? [] : [{ path, why, check: rejected, unseen: false, source: operatorSource.selector }];
};

/** Files of the Prometheus' pod, where the Prometheus denies them to ServiceMonitors. */
export const fileRefusals = (one: Case, endpoint: Path): readonly Refusal[] => {
  if (valueAt(one.prometheus.body, ["spec", "arbitraryFSAccessThroughSMs", "deny"]) !== true) return [];
  return [["bearerTokenFile"], ["tlsConfig", "caFile"], ["tlsConfig", "certFile"], ["tlsConfig", "keyFile"]]
    .map((field) => [...endpoint, ...field])
    .filter((path) => isText(given(one, path)))
    .map((path) => ({
      path,
      why: `${pathText(path)} reads a file of the Prometheus' pod, and ${nameOf(one.prometheus.ref)} denies that (arbitraryFSAccessThroughSMs).`,
      check: rejected,
      unseen: false,
      source: operatorSource.selector,
    }));
};

const tooLongCheck = "servicemonitor-scrape-timeout-exceeds-interval";

const tooLong = (path: Path, what: string): Refusal => ({
  path,
  why: `scrapeTimeout ${what}: the operator refuses the whole object.`,
  check: tooLongCheck,
  unseen: false,
  source: operatorSource.config,
});

/** The CRD's pattern for durations: the API server refuses what it does not match. */
const durationRefusals = (path: Path, value: Json | undefined): readonly Refusal[] =>
  value === undefined || value === "" || (typeof value === "string" && parseDuration(value) !== null)
    ? []
    : [
        {
          path,
          why: `${pathText(path)} "${jsonWord(value)}" is not a duration such as 30s: the API server refuses the object.`,
          check: "kubernetes-schema-invalid",
          unseen: false,
          source: operatorSource.types,
        },
      ];

/** The CRD's default is 30s. */
const scrapeInterval = ({ prometheus }: Case): string => {
  const value = valueAt(prometheus.body, ["spec", "scrapeInterval"]);
  return isText(value) ? value : "30s";
};

const exceeds = (timeout: string, interval: string): boolean =>
  (parseDuration(timeout) ?? 0) > (parseDuration(interval) ?? Number.POSITIVE_INFINITY);

const isText = (value: Json | undefined): value is string => typeof value === "string" && value !== "";
