import { openClone } from "./clone.ts";
import { type ListedMetric, metricLines } from "./listed-metric.ts";

const file = "docs/storage/prometheus.md";

/**
 * What cAdvisor, which is part of the kubelet, has of containers: names and types of the table in its documentation.
 */
export const containerMetrics = (folder: string) => {
  const clone = openClone(folder, "0.44.0");
  const releases = clone.versions.map((version) => [version, tableIn(clone.text(version, file))] as const);
  const [from = "", to = ""] = [clone.versions[0], clone.versions.at(-1)];
  return {
    sources: [`https://github.com/google/cadvisor/blob/v${to}/${file}`],
    from,
    to,
    metrics: metricLines(new Map(releases)),
  };
};

/** A row each: name, type, description, unit, and the option that turns it on. Labels are in no table. */
const tableIn = (text: string): readonly ListedMetric[] =>
  text.split("\n").flatMap((line) => {
    const [name = "", type = "", , , option = ""] = line.split("|").map((cell) => cell.trim().replaceAll("`", ""));
    if (!/^container_\w+$/.test(name)) return [];
    return [{ name, part: option || "-", type: type === "Counter" ? "counter" : "gauge", labels: ["*"] }];
  });
