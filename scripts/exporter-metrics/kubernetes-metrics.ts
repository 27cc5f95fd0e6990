import { load } from "js-yaml";
import { openClone } from "./clone.ts";
import { agreed, storedAs } from "./component-metrics.ts";
import { metricLines } from "./listed-metric.ts";

/** What the API server, the kubelet, kube-proxy, scheduler and controllers have, and their common libraries. */
const prefixes = [
  "aggregator_",
  "apiextensions_",
  "apiserver_",
  "etcd_",
  "kubelet_",
  "kubeproxy_",
  "rest_client_",
  "scheduler_",
  "workqueue_",
];

/**
 * The metrics of Kubernetes' own components by the list that its releases have, all of them together. It holds what
 * can be parsed from the sources, so that it is good for what is there and not for what is not; what collectors make
 * has no type in it.
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/test/instrumentation/documentation/doc.go
 */
export const kubernetesMetrics = (folder: string): unknown => {
  const clone = openClone(folder, "1.29.0");
  const [from = "", to = ""] = [clone.versions[0], clone.versions.at(-1)];
  const found = clone.versions.flatMap((version) =>
    (load(clone.text(version, list)) as readonly Documented[])
      .map(({ namespace, subsystem, name, type }) => ({
        name: [namespace, subsystem, name].filter((part) => part !== undefined && part !== "").join("_"),
        type,
      }))
      .filter(({ name, type }) => types.includes(type) && prefixes.some((prefix) => name.startsWith(prefix)))
      .flatMap(({ name, type }) => storedAs(name, type)),
  );
  const source = `https://github.com/kubernetes/kubernetes/blob/v${to}/${list}`;
  return { sources: [source], from, to, metrics: metricLines(new Map([[to, agreed(found)]])) };
};

const list = "test/instrumentation/documentation/documentation-list.yaml";
const types: readonly string[] = ["Counter", "Gauge", "Histogram", "Summary"];

interface Documented {
  readonly namespace?: string;
  readonly subsystem?: string;
  readonly name: string;
  readonly type: string;
}
