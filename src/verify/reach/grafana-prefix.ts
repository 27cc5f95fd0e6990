import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { dataOf, type GrafanaPod } from "../../signal/grafana/grafana-pod.ts";

/**
 * The path below which Grafana answers: that of `root_url` where it is told to serve from there, else none. Variables
 * win over the file. https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#serve_from_sub_path
 */
export const grafanaPrefix = (pod: Pick<GrafanaPod, "containers" | "mounts">): string => {
  const [serves, root] = [settingOf(pod, "serve_from_sub_path"), settingOf(pod, "root_url")];
  if (serves !== "true" || root === null) return "";
  // The default has parts in %(…)s, which stand for no path.
  const path = URL.parse(root.replaceAll(/%\([^)]*\)s/g, "x"))?.pathname ?? "/";
  return path.replace(/\/$/, "");
};

/** A setting of the section `server`. */
const settingOf = ({ containers, mounts }: Pick<GrafanaPod, "containers" | "mounts">, name: string): string | null => {
  const variable = `GF_SERVER_${name.toUpperCase()}`;
  const [own] = containers.flatMap((one) => objectsAt(one, ["env"])).filter((one) => one["name"] === variable);
  if (own !== undefined) return textAt(own, ["value"]);
  const files = mounts.flatMap(({ source }) =>
    typeof source === "string" ? [] : [dataOf(source)["grafana.ini"] ?? ""],
  );
  for (const text of files) {
    const section = /^\[server\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? "";
    const value = new RegExp(`^\\s*${name}\\s*=\\s*(.*?)\\s*$`, "m").exec(section)?.[1];
    if (value !== undefined) return value;
  }
  return null;
};
