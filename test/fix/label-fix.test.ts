import { expect, test } from "vitest";
import { applyEdits } from "../../src/fix/apply-edits.ts";
import { labelFix } from "../../src/fix/label-fix.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { buildWorld } from "../../src/world/build-world.ts";
import type { WorldObject } from "../../src/world/world.ts";
import { emptyStack, renderOf } from "../checks/subject.ts";
import { noExporter } from "../signal/world-of.ts";

const file = "stack/overlays/a/list.json";
const item = (name: string): JsonObject => ({
  ...{ apiVersion: "monitoring.coreos.com/v1", kind: "ServiceMonitor" },
  metadata: { name, labels: { app: name } },
});

test("of a list on one line that item gets the label which lacks it", () => {
  const items = [item("a"), item("b")];
  const text = `${JSON.stringify({ apiVersion: "v1", kind: "List", items })}\n`;
  const yaml = parseYaml(text, file);
  const world = buildWorld({ ...emptyStack, files: [yaml] }, renderOf({}), noExporter);
  const objectAt = (index: number) => {
    const origin = { from: "kustomize", root: "stack/overlays/a", layer: "overlay", file, generated: false };
    return {
      ref: { apiVersion: "monitoring.coreos.com/v1", kind: "ServiceMonitor", namespace: null, name: "x" },
      body: items[index],
      manifest: { origin },
      locate: (path: readonly (string | number)[]) => yaml.documents[0]?.locate(["items", index, ...path]),
    } as unknown as WorldObject;
  };
  for (const index of [0, 1]) {
    const fix = labelFix(objectAt(index), { matchLabels: { release: "kps" } }, world);
    const after = JSON.parse(applyEdits(text, fix?.edits ?? [])) as { items: JsonObject[] };
    const labels = items.map(({ metadata }) => (metadata as JsonObject)["labels"]);
    expect(after.items.map(({ metadata }) => (metadata as JsonObject)["labels"])).toEqual(
      labels.map((own, at) => (at === index ? { release: "kps", ...(own as JsonObject) } : own)),
    );
  }
});
