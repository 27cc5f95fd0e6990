import type { Location } from "../../core/finding.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf, objectIn } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { PlaceOf } from "./alertmanager-config.ts";

/** The text of an Alertmanager's configuration, and where its lines stand. */
export interface ConfigText {
  /** Null: the Secret that holds it is not in sight, or not to be read. */
  readonly text: string | null;
  readonly name: string;
  readonly place: PlaceOf;
}

const key = "alertmanager.yaml";

/** What the operator runs an Alertmanager with whose Secret is empty. */
const fallback = 'route: {receiver: "null"}\nreceivers: [{name: "null"}]\n';

/** The configuration in the Secret that an Alertmanager names, or in `alertmanager-<name>`. */
export const configText = (alertmanager: WorldObject, world: World): ConfigText => {
  const name = textAt(alertmanager.body, ["spec", "configSecret"]) ?? `alertmanager-${alertmanager.ref.name}`;
  const secret = objectIn(world, "Secret", namespaceOf(alertmanager, world), name);
  const nowhere = (): Location | null => alertmanager.locate(["spec", "configSecret"]);
  if (secret === undefined) return { text: null, name, place: nowhere };
  return { text: textIn(secret), name, place: placeIn(secret, world) };
};

/**
 * stringData wins over data; without a text, or with an empty one, the operator falls back. Null
 * where `data` is no base64.
 */
const textIn = ({ body }: WorldObject): string | null => {
  const plain = textAt(body, ["stringData", key]);
  if (plain !== null) return plain;
  const encoded = textAt(body, ["data", key]);
  if (encoded === null) return fallback;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  return text === "" ? null : text;
};

/**
 * A Secret of the chart is written in the values under `alertmanager.config`; any other in its own manifest or in the
 * file it is generated from.
 */
const placeIn = (secret: WorldObject, world: World): PlaceOf => {
  const base = (): Location | null => secret.locate(["stringData", key]) ?? secret.locate(["data", key]);
  if (secret.manifest?.origin.from !== "chart") return base;
  return (path: Path) => {
    const at = secret.locate(["data", key]);
    const document = at === null ? undefined : world.file(at.file)?.documents[0];
    const keys = ["alertmanager", "config"];
    const config = valueAt(document?.value, keys);
    return document === undefined || !isObject(config) ? at : document.locateKey([...keys, ...path]);
  };
};
