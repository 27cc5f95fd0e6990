import { capital } from "../../core/sentence.ts";
import { type HopName, type HopStatus, type SignalPath, statusOf } from "../../signal/path/signal-path.ts";
import { type LiveTarget, whyDown } from "../prometheus/live-prometheus.ts";
import { observeSelection, predictedOf } from "../prometheus/selected-live.ts";
import { silenceOf } from "../reach/known.ts";
import { type ObservedHop, observedHop, type Sight } from "../verification.ts";
import { discoveredHops } from "./discovered.ts";
import { poolOf } from "./pool.ts";
import { rejection } from "./rejection.ts";
import type { SeenMonitor, Tell } from "./seen-monitor.ts";

/** What is scraped twice arrives all the same, and spoils sums. */
const predictedArrival = ({ hops }: SignalPath): HopStatus =>
  statusOf(hops.filter(({ hop }) => hop !== "target-is-unique"));

/** The hops of a monitor's way, as the API server and the running Prometheus show them. */
export const observeMonitor = async (seen: SeenMonitor): Promise<readonly ObservedHop[]> => {
  const { path, monitor, prometheus, live, scene } = seen;
  const told = (hop: HopName | "arrives", sight: Sight, what: string): ObservedHop =>
    observedHop(hop, hop === "arrives" ? predictedArrival(path) : predictedOf(path, hop), sight, what);
  const selection = await observeSelection(path, monitor, prometheus, scene);
  const [jobs, targets] = [await live.jobs(), await live.targets()];
  if (!jobs.ok || !targets.ok) {
    const { sight, why } = silenceOf(jobs, targets);
    const what = `${live.name} cannot be asked: ${why}.`;
    const blind = path.hops.map(({ hop }) => hop).filter((hop) => !selection.some((one) => one.hop === hop));
    return [...selection, ...blind.map((hop) => told(hop, "cannot-be-seen", what)), told("arrives", sight, what)];
  }
  const isOwn = poolOf(monitor, scene.resolution.world);
  const own = targets.value.filter(({ pool }) => isOwn(pool));
  const hasJob = [...jobs.value].some(isOwn);
  const isSelected = selection.every(({ observed }) => observed === "seen");
  const accepted = hasJob ? null : await rejection(monitor, scene);
  return [
    ...selection,
    hasJob
      ? told("operator-accepts-monitor", "seen", `${live.name} has its scrape jobs.`)
      : told(
          "operator-accepts-monitor",
          isSelected ? "not-seen" : "cannot-be-seen",
          capital(accepted ?? `${live.name} has no scrape job of it.`),
        ),
    ...(own.length > 0
      ? scrapedHops(own, told)
      : [
          ...(await discoveredHops(seen, hasJob, told)),
          told("metrics-are-served", "cannot-be-seen", "Prometheus has no target of it."),
        ]),
    uniqueness(own, targets.value, told),
    arrival(own, told),
  ];
};

/** Where there is a target, everything before it holds: nobody need be asked. */
const scrapedHops = (own: readonly LiveTarget[], told: Tell): readonly ObservedHop[] => {
  const services = new Set(own.flatMap(({ discovered }) => discovered["__meta_kubernetes_service_name"] ?? []));
  const namespaces = [...new Set(own.flatMap(({ discovered }) => discovered["__meta_kubernetes_namespace"] ?? []))];
  const where = namespaces.length === 0 ? "" : ` in ${namespaces.join(", ")}`;
  return [
    told("rbac-allows-discovery", "seen", `Prometheus discovers its targets${where}.`),
    told("monitor-selects-namespace", "seen", `Prometheus has targets of it${where}.`),
    told(
      "monitor-selects-service",
      "seen",
      services.size === 0 ? "Prometheus has targets of it." : `Prometheus has targets of ${[...services].join(", ")}.`,
    ),
    told("port-exists", "seen", `Prometheus makes ${own.length} targets of it.`),
    told("pods-exist", "seen", `${own.length} addresses are behind it.`),
    told("targets-are-kept", "seen", `Relabeling keeps ${own.length} targets.`),
    served(own, told),
  ];
};

/** Prometheus tells a path that is not there by its answer alone: `server returned HTTP status 404 Not Found`. */
const served = (own: readonly LiveTarget[], told: Tell): ObservedHop => {
  const up = own.filter(({ isUp }) => isUp).length;
  const [down] = own.filter(({ isUp }) => !isUp);
  if (up > 0) return told("metrics-are-served", "seen", `${up} of ${own.length} targets answer with metrics.`);
  if (down?.error.includes("HTTP status 404") === true)
    return told("metrics-are-served", "not-seen", `${down.url} answers that there is nothing.`);
  return told("metrics-are-served", "cannot-be-seen", "No target is up.");
};

const uniqueness = (own: readonly LiveTarget[], all: readonly LiveTarget[], told: Tell): ObservedHop => {
  if (own.length === 0) return told("target-is-unique", "cannot-be-seen", "It has no target.");
  const urls = new Set(own.map(({ url }) => url));
  const mine = new Set(own);
  const others = all.filter((target) => !mine.has(target) && urls.has(target.url));
  const doubled = own.length - urls.size + others.length;
  const by = [...new Set(others.map(({ pool }) => pool))].join(", ");
  return doubled === 0
    ? told("target-is-unique", "seen", "Nothing else scrapes its addresses.")
    : told("target-is-unique", "not-seen", `${doubled} of its addresses are scraped twice${by && `, also by ${by}`}.`);
};

const arrival = (own: readonly LiveTarget[], told: Tell): ObservedHop => {
  const up = own.filter(({ isUp }) => isUp);
  const [down] = own.filter(({ isUp }) => !isUp);
  if (up.length > 0) return told("arrives", "seen", `${up.length} of ${own.length} targets are up.`);
  return told(
    "arrives",
    "not-seen",
    down === undefined
      ? "Prometheus has no target of it."
      : `None of ${own.length} targets is up; ${down.url}: ${whyDown(down)}.`,
  );
};
