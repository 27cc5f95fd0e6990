import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { objectIn } from "../../world/namespaces.ts";
import type { World } from "../../world/world.ts";
import { dataOf, type GrafanaPod, isIn, isOfficialImage } from "./grafana-pod.ts";

/**
 * Where Grafana keeps plugins by default.
 * https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#plugins
 */
const folder = "/var/lib/grafana/plugins";

/**
 * Whether the pod installs a plugin when it starts; `unknown` where plugins may be there already (another image, a
 * volume that lasts) or settings cannot be read.
 * https://grafana.com/docs/grafana/latest/administration/plugin-management/
 */
export const installsPlugin = (pod: GrafanaPod, id: string, world: World): boolean | "unknown" => {
  const main = pod.containers.find((container) => isOfficialImage(container));
  if (main === undefined || objectsAt(main, ["envFrom"]).length > 0) return "unknown";
  if (pod.mounts.some(({ path, source }) => source === "unseen" && (isIn(folder, path) || isIn(path, folder))))
    return "unknown";
  const variables = objectsAt(main, ["env"]).filter(({ name }) =>
    /^GF_(?:INSTALL_PLUGINS$|PLUGINS_)/.test(String(name)),
  );
  const texts = variables.map((variable) => {
    const reference = valueAt(variable, ["valueFrom", "configMapKeyRef"]);
    if (reference === undefined) return textAt(variable, ["value"]);
    const map = objectIn(world, "ConfigMap", pod.namespace, textAt(reference, ["name"]) ?? "");
    return map === undefined ? null : (dataOf(map)[textAt(reference, ["key"]) ?? ""] ?? null);
  });
  if (texts.includes(null)) return "unknown";
  const settings = pod.mounts.flatMap(({ source }) =>
    typeof source === "string" ? [] : [dataOf(source)["grafana.ini"] ?? ""],
  );
  return [...texts, ...settings].some((text) => text?.split(/[\s,;=@]+/).includes(id));
};
