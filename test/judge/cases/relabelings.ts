import fc from "fast-check";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { type Doubt, often } from "./often.ts";

/** As they stand in real trees, and at the edges of what Prometheus takes. */
const good: readonly JsonObject[] = [
  { sourceLabels: ["__meta_kubernetes_pod_node_name"], targetLabel: "node" },
  { sourceLabels: ["__meta_kubernetes_pod_node_name"], action: "replace", targetLabel: "instance" },
  { action: "Replace", sourceLabels: ["pod"], regex: "(.+)-[a-z0-9]{5}", targetLabel: "workload", replacement: "$1" },
  { action: "drop", sourceLabels: ["__name__"], regex: "go_.*|promhttp_.*" },
  { action: "keep", sourceLabels: ["__name__"], regex: "DCGM_FI_(DEV|PROF)_.+" },
  { action: "keep", sourceLabels: ["__meta_kubernetes_pod_label_app"], regex: "" },
  { action: "labeldrop", regex: "pod_template_hash|exported_.*" },
  { action: "labelkeep", regex: "__.*|gpu|UUID|modelName" },
  { action: "labelmap", regex: "__meta_kubernetes_node_label_(.+)" },
  { action: "labelmap", regex: "__meta_kubernetes_pod_label_(.+)", replacement: "pod_$1" },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation of a group
  { action: "LabelMap", regex: "nvidia_com_(.+)", replacement: "${1}_nvidia" },
  { action: "hashmod", sourceLabels: ["__address__"], modulus: 4, targetLabel: "__tmp_hash" },
  { action: "lowercase", sourceLabels: ["modelName"], targetLabel: "model" },
  { action: "Uppercase", sourceLabels: ["env"], targetLabel: "env" },
  { action: "keepequal", sourceLabels: ["__meta_kubernetes_pod_node_name"], targetLabel: "node" },
  { action: "DropEqual", sourceLabels: ["pod"], targetLabel: "exported_pod" },
  { sourceLabels: ["__name__"], regex: "(?i:dcgm)_.*", targetLabel: "source", replacement: "dcgm" },
  {
    sourceLabels: ["a", "b"],
    separator: ";",
    regex: "(?P<first>[^;]*);.*",
    targetLabel: "first",
    replacement: "$first",
  },
  { sourceLabels: ["pod"], regex: "\\p{L}+", targetLabel: "letters" },
];

/** Most are refused by the operator, some by the API server, and some only by an old Prometheus. */
const doubtful: readonly JsonObject[] = [
  { sourceLabels: ["pod"], regex: "(", targetLabel: "x" },
  { action: "drop", sourceLabels: ["__name__"], regex: "*_total" },
  { action: "drop", sourceLabels: ["__name__"], regex: "(?!go_).*" },
  { action: "drop", sourceLabels: ["__name__"], regex: "(?<name>.*)" },
  { action: "keep", sourceLabels: ["pod"], regex: "a{1001}" },
  { action: "keep", sourceLabels: ["pod"], regex: "(a)\\1" },
  { action: "keep", sourceLabels: ["pod"], regex: "[z-a]" },
  { action: "keep", sourceLabels: ["pod"], regex: "dcgm\\" },
  { action: "replace", sourceLabels: ["pod"] },
  { sourceLabels: ["pod"], targetLabel: "bad-name" },
  { sourceLabels: ["pod"], targetLabel: "0name" },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation of a group
  { sourceLabels: ["pod"], targetLabel: "${1}_name" },
  { sourceLabels: ["pod"], targetLabel: "gpu.model" },
  { action: "lowercase", sourceLabels: ["pod"], targetLabel: "pod", replacement: "x" },
  { action: "uppercase", sourceLabels: ["pod"] },
  { action: "hashmod", sourceLabels: ["pod"], targetLabel: "__tmp" },
  { action: "hashmod", sourceLabels: ["pod"], modulus: 2 },
  { action: "hashmod", sourceLabels: ["pod"], modulus: 2, targetLabel: "a-b" },
  { action: "labelmap", regex: "(.+)", replacement: "a-$1" },
  { action: "labelmap", regex: "(.+)", replacement: "" },
  { action: "labeldrop", regex: "a", sourceLabels: ["a"] },
  { action: "labelkeep", regex: "a", targetLabel: "a" },
  { action: "labeldrop", regex: "a", separator: ";" },
  { action: "labeldrop", regex: "a", separator: "," },
  { action: "labelkeep", regex: "a", replacement: "$1" },
  { action: "keepequal", sourceLabels: ["pod"], targetLabel: "pod", regex: "x" },
  { action: "keepequal", sourceLabels: ["pod"], targetLabel: "pod", regex: "(.*)" },
  { action: "dropequal", sourceLabels: ["pod"] },
  { action: "remove", regex: "a" },
  { action: "KEEP", sourceLabels: ["pod"], regex: "a" },
  { action: "keep", sourceLabels: ["bad-name"], regex: "a" },
  { action: "keep", source_labels: ["pod"], regex: "a" },
  { action: "hashmod", sourceLabels: ["pod"], modulus: "2", targetLabel: "x" },
];

const several = (one: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject[]> =>
  fc.array(one, { minLength: 1, maxLength: 3 });

/** The relabelings of an endpoint, if any. */
export const relabelings = (doubt: Doubt): fc.Arbitrary<JsonObject[] | undefined> =>
  often<JsonObject[] | undefined>(
    [10, fc.constant(undefined)],
    [4, several(fc.constantFrom(...good))],
    [
      2 * doubt,
      fc
        .tuple(fc.array(fc.constantFrom(...good), { maxLength: 1 }), fc.constantFrom(...doubtful))
        .map(([a, b]) => [...a, b]),
    ],
  );
