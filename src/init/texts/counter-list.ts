import { parseCounterList } from "../../dcgm/counter-list.ts";
import { counterText } from "../../dcgm/default-counters.ts";
import { rowOf } from "../../dcgm/optional-counters.ts";
import { lastXid, xidsInWindow } from "../../dcgm/xid-metrics.ts";
import type { TreeNames } from "../tree-names.ts";

const xidCounters = parseCounterList(rowOf(xidsInWindow)).metrics;

/** The exporter's list of counters: all that its release has on by default, and what the tree's alerts read beside. */
export const counterList = (names: TreeNames): string =>
  headOf(names) +
  counterText(
    names.counters.flatMap((counter) => (lastXid.includes(counter.name) ? [counter, ...xidCounters] : [counter])),
  ) +
  moreHead(names) +
  counterText(names.classes.turnedOn);

const moreHead = ({ classes }: TreeNames): string =>
  `# What the alerts of overlays/alerting read beside these: off by default, and known to this release. An exporter that does not
# know one of them refuses the whole list. A field makes a series for each GPU or switch that has it${
    classes.has("health") ? ",\n# DCGM_EXP_GPU_HEALTH_STATUS for each part of a GPU that DCGM watches" : ""
  }.
`;

const headOf = ({ kind, version, service }: TreeNames): string =>
  kind === "gpu-operator"
    ? `# The counters of the DCGM exporter: those of gpu-operator v${version}, and ${xidsInWindow.name}, which is off by default
# and counts each XID by its code. The exporter reads the list from a ConfigMap that this file becomes:
#   kubectl --namespace ${service.namespace} create configmap metrics-config --from-file=dcgm-metrics.csv
# and that the gpu-operator's values name: dcgmExporter.config.name=metrics-config.
# https://docs.nvidia.com/datacenter/cloud-native/gpu-operator/latest/gpu-operator-dcgm.html
`
    : `# The counters of the DCGM exporter: those of dcgm-exporter ${version}, and ${xidsInWindow.name}, which is off by default
# and counts each XID by its code. The exporter's chart takes the whole list as a value:
#   helm upgrade --install ${service.name} gpu-helm-charts/dcgm-exporter --version ${version} --namespace ${service.namespace} \\
#     --set-file customMetrics=dcgm-metrics.csv
# https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/deployment/values.yaml
`;
