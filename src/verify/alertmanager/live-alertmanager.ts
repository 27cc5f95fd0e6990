import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import { textOrEmpty } from "../../kubernetes/json-fields.ts";
import type { Json } from "../../kubernetes/manifest.ts";
import type { ReadConfig } from "../../signal/alertmanager/alertmanager-config.ts";
import { readAlertmanagerConfig } from "../../signal/alertmanager/read-alertmanager-config.ts";
import type { WorldObject } from "../../world/world.ts";
import { type Known, knownFrom, lazily } from "../reach/known.ts";
import type { Reader } from "../reach/reader.ts";
import type { Scene } from "../scene.ts";
import { alertsIn, type RoutedAlert, type Silence, silencesIn } from "./told-by-api.ts";

/** One Alertmanager that runs; each part is asked for once. */
export interface LiveAlertmanager {
  /** `Alertmanager monitoring/main`. */
  readonly name: string;
  readonly reader: Reader;
  /** The configuration that it has loaded. */
  config(): Promise<Known<ReadConfig>>;
  alerts(): Promise<Known<readonly RoutedAlert[]>>;
  silences(): Promise<Known<readonly Silence[]>>;
}

/** The running program of an Alertmanager of the render. */
export const liveAlertmanager = once((scene: Scene) =>
  once((object: WorldObject): LiveAlertmanager => openLive(nameOf(object.ref), scene.alertmanager(object))),
);

const openLive = (name: string, reader: Reader): LiveAlertmanager => {
  const ask = async <T>(path: string, read: (body: Json) => T): Promise<Known<T>> =>
    knownFrom(await reader.get(path), read);
  return {
    name,
    reader,
    config: lazily(() =>
      ask("/api/v2/status", (body) => readAlertmanagerConfig(textOrEmpty(body, ["config", "original"]))),
    ),
    alerts: lazily(() => ask("/api/v2/alerts", alertsIn)),
    silences: lazily(() => ask("/api/v2/silences", silencesIn)),
  };
};
