import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { monitorKinds } from "../operator/monitor-selection.ts";
import { scrapedTargets } from "../scrape/scraped-targets.ts";

/**
 * What else may bring metrics that an exporter in sight does not have: another Prometheus by federation or remote
 * write, scrape configurations that nobody here can read, a ruler that asks elsewhere, or a monitor of another exporter
 * of the same metrics. Null where nothing in sight does.
 */
export const otherSource = (
  alsoFrom: RegExp,
  isKnown: (monitor: WorldObject) => boolean,
  world: World,
): string | null => {
  const anything = anythingFrom(world);
  if (anything !== null) return anything;
  const other = monitorKinds
    .flatMap((kind) => world.ofKind(kind))
    .find((monitor) => !isKnown(monitor) && mayBring(monitor, alsoFrom));
  return other === undefined ? null : `${nameOf(other.ref)} may bring it from elsewhere`;
};

/** What a ScrapeConfig finds lies outside of Kubernetes' objects as a rule, such as machines beside the cluster. */
const mayBring = ({ ref, body }: WorldObject, words: RegExp): boolean =>
  ref.kind === "ScrapeConfig" || words.test(`${ref.name} ${JSON.stringify(body)}`);

const anythingFrom = once((world: World): string | null => {
  const { unseen, all } = scrapedTargets(world);
  if (unseen !== null) return unseen;
  const [ruler] = world.ofKind("ThanosRuler");
  if (ruler !== undefined) return `${nameOf(ruler.ref)} evaluates rules over what other Prometheuses have`;
  const federating = all.find(({ path }) => path.endsWith("/federate"));
  if (federating !== undefined) return `${nameOf(federating.monitor.ref)} reads another Prometheus`;
  const receiver = [...world.ofKind("Prometheus"), ...world.ofKind("PrometheusAgent")].find(
    ({ body }) =>
      valueAt(body, ["spec", "enableRemoteWriteReceiver"]) === true ||
      valueAt(body, ["spec", "enableOTLPReceiver"]) === true ||
      valueAt(body, ["spec", "remoteRead"]) !== undefined,
  );
  return receiver === undefined ? null : `${nameOf(receiver.ref)} takes metrics that others send`;
});
