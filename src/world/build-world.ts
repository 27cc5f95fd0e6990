import type { ResourceRef } from "../core/finding.ts";
import { once } from "../core/once.ts";
import type { ExporterModel } from "../dcgm/exporter-model.ts";
import { type Labels, labelsOf } from "../kubernetes/labels.ts";
import { isObject, type JsonObject, type Manifest } from "../kubernetes/manifest.ts";
import { groupOf, refOf } from "../kubernetes/resource-ref.ts";
import { valuesOfTree } from "../render/chart/value-sources.ts";
import type { Render } from "../render/render.ts";
import type { Stack } from "../stack/stack.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import type { World, WorldObject } from "./world.ts";

/** Everything the resolver looks at: what would lie in the cluster after the stack is applied beside that exporter. */
export const buildWorld = (stack: Stack, render: Render, exporter: ExporterModel): World => {
  const releaseNamespace = stack.release.namespace.value;
  const objects = collect(render, exporter, releaseNamespace);
  const kinds = Map.groupBy(objects.values(), ({ ref }) => ref.kind);
  const ofKind = (kind: string): readonly WorldObject[] => kinds.get(kind) ?? [];
  const namespaces = new Map(ofKind("Namespace").map(({ ref, body }) => [ref.name, labelsOf(body)]));
  const known = new Set([releaseNamespace, ...namespaces.keys()]);
  for (const { ref } of objects.values()) if (ref.namespace !== null) known.add(ref.namespace);
  const files = filesOf(stack);
  return {
    exporter,
    releaseNamespace,
    releaseName: stack.release.name.value,
    chart: render.chart.chart,
    ofKind,
    namespaceLabels: (name) => namespaceLabels(name, namespaces.get(name)),
    knowsNamespace: (name) => known.has(name),
    file: (path) => files.get(path) ?? null,
  };
};

/**
 * Objects by identity, in the order in which the render names them first. Chart and tree may hold the same object: base
 * and overlays are applied by one field manager, so the last of them is what stays, and it is laid over the chart's.
 * What the exporter would bring and the render has is the render's.
 */
const collect = (render: Render, exporter: ExporterModel, releaseNamespace: string): Map<string, WorldObject> => {
  const objects = new Map<string, WorldObject>();
  const chart = new Map<string, JsonObject>();
  for (const manifest of render.chart.manifests) {
    const key = identity(manifest.ref, releaseNamespace);
    chart.set(key, manifest.body);
    objects.set(key, asRendered(manifest));
  }
  for (const manifest of render.roots.flatMap((root) => root.manifests)) {
    const key = identity(manifest.ref, releaseNamespace);
    const under = chart.get(key);
    objects.set(key, under === undefined ? asRendered(manifest) : rendered(manifest, laidOver(under, manifest.body)));
  }
  for (const body of exporter.objects) {
    const ref = refOf(body);
    const key = identity(ref, releaseNamespace);
    if (!objects.has(key)) objects.set(key, { ref, body, manifest: null, locate: () => null });
  }
  return objects;
};

/** The same object for the same manifest: what was found out about it in the round before stays. */
const asRendered = once((manifest: Manifest): WorldObject => rendered(manifest, manifest.body));

const rendered = (manifest: Manifest, body: JsonObject): WorldObject => ({
  ref: manifest.ref,
  body,
  manifest,
  locate: (path) => manifest.locate(path),
});

/** Server-side apply of an object onto another manager's: mappings merge, everything else is replaced. */
const laidOver = (under: JsonObject, over: JsonObject): JsonObject => ({
  ...under,
  ...Object.fromEntries(
    Object.entries(over).map(([key, value]) => {
      const old = under[key];
      return [key, isObject(old) && isObject(value) ? laidOver(old, value) : value];
    }),
  ),
});

/** Objects of one group and kind are one, whatever version they are written in. */
const identity = ({ apiVersion, kind, namespace, name }: ResourceRef, releaseNamespace: string): string =>
  [groupOf({ apiVersion }), kind, namespace ?? releaseNamespace, name].join("\n");

const namespaceLabels = (name: string, declared: Labels | undefined) => ({
  labels: { ...declared, "kubernetes.io/metadata.name": name },
  complete: declared !== undefined,
});

const filesOf = (stack: Stack): ReadonlyMap<string, YamlFile> =>
  new Map(
    [...valuesOfTree(stack), ...stack.files, ...stack.kustomizations.map(({ yaml }) => yaml)].map((file) => [
      file.file,
      file,
    ]),
  );
