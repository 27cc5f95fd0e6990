import { sentence } from "../../core/sentence.ts";
import { type DashboardFile, dashboardName } from "../../signal/dashboards/dashboard-file.ts";
import { type Hop, type HopName, type SignalPath, statusOf } from "../../signal/path/signal-path.ts";
import type { Observed } from "../observed.ts";
import type { Scene } from "../scene.ts";
import { type ObservedHop, observedHop } from "../verification.ts";
import { arrivalOf, nothingSeen } from "./arrival.ts";
import { grafanaAnswers } from "./grafana-answers.ts";
import { datasourceConditions, datasourcesSeen } from "./live-datasources.ts";
import { type LiveWay, liveSidecar, type Seen } from "./live-sidecar.ts";

import { provisioningCondition } from "./loaded-provisioning.ts";
import { panelSeries } from "./panel-series.ts";

/**
 * The dashboards of the stack as its Grafana has them: a request for each, and some for Grafana itself, its sidecar,
 * its data sources, and all series together.
 */
export const observeDashboards = async (scene: Scene): Promise<Observed> => {
  const { paths, dashboards } = scene.resolution;
  const own = dashboards.files.filter((file) => file.own);
  const ways = paths.filter(({ signal }) => signal === "dashboard").map((path) => ({ path, file: fileOf(path, own) }));
  const [answered, series, sidecar] = await Promise.all([
    grafanaAnswers(scene),
    panelSeries(scene, own),
    own.length === 0 ? null : liveSidecar(scene, own),
  ]);
  const live = answered.live;
  const hops = new Map(
    await Promise.all(
      ways.map(async ({ path, file }): Promise<readonly [SignalPath, readonly ObservedHop[]]> => {
        const way = file === undefined ? unseenWay : (sidecar?.wayOf(file) ?? unseenWay);
        const there =
          file === undefined || live === null ? nothingSeen(answered.why) : await arrivalOf(file, way, live);
        const found: Readonly<Record<string, Seen>> = {
          "sidecar-selects-configmap": way.selected,
          "sidecar-watches-namespace": way.watched,
          ...there,
          "datasource-exists": file === undefined || live === null ? unseen(answered.why) : datasourcesSeen(file, live),
          "metrics-are-exported": file === undefined ? unseen("its file is not known") : series.seenOf(file),
        };
        return [path, hopsOf(path, found)];
      }),
    ),
  );
  const more =
    live === null
      ? []
      : [
          provisioningCondition(scene, answered.subject, live),
          ...(await datasourceConditions(dashboards.grafana.datasources.list, live)),
        ];
  return { hops, conditions: [...answered.conditions, ...more] };
};

/** The file that a path is of. */
const fileOf = ({ resource, subject }: SignalPath, own: readonly DashboardFile[]): DashboardFile | undefined =>
  own.find((file) => file.object.ref === resource && dashboardName(file) === subject);

const unseen = (what: string): Seen => ({ sight: "cannot-be-seen", what });
const unseenWay: LiveWay = { selected: unseen("its file is not known"), watched: unseen("its file is not known") };

/** What the way of the file itself does not hang on: Grafana has a dashboard whose panels stay empty. */
const ofPanels: readonly HopName[] = ["datasource-exists", "metrics-are-exported"];

/** Each hop of the path beside what was seen of it, then the way of the file as a whole, which ends in Grafana. */
const hopsOf = (path: SignalPath, found: Readonly<Record<string, Seen>>): readonly ObservedHop[] => {
  const names = [...new Set(path.hops.map(({ hop }) => hop)), "arrives" as const];
  return names.flatMap((name) => {
    const seen = found[name];
    if (seen === undefined) return [];
    const decisive = ({ hop }: Hop): boolean => (name === "arrives" ? !ofPanels.includes(hop) : hop === name);
    const predicted = statusOf(path.hops.filter(decisive));
    return [observedHop(name, predicted, seen.sight, sentence(seen.what))];
  });
};
