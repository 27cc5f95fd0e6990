import { stringify } from "yaml";
import { isObject, type Json, type JsonObject, type Manifest } from "../manifest.ts";
import type { Render } from "../render/render.ts";

/** What was rendered as files for people to read: one for the chart, one an apply root. Values of Secrets are never in them. */
export const renderedFiles = (render: Render): readonly { readonly name: string; readonly text: string }[] => [
  { name: "chart.yaml", text: documents(render.chart.manifests) },
  { name: "chart-hooks.yaml", text: documents(render.chart.hooks) },
  ...render.roots.map(({ root, manifests }) => ({
    name: `${root.replaceAll("/", "__")}.yaml`,
    text: documents(manifests),
  })),
];

const documents = (manifests: readonly Manifest[]): string =>
  manifests.map((manifest) => `---\n${textOf(manifest).replace(/\n*$/, "\n")}`).join("");

const textOf = ({ ref, text, body }: Manifest): string =>
  ref.kind === "Secret" ? stringify(redacted(body)) : text.replace(/^---\n/, "");

/** What of a Secret is none. A field that a Secret does not have may be a misspelt `data`; an annotation may hold the object as it was applied. */
const publicFields = new Set(["apiVersion", "kind", "type", "immutable"]);
const publicMetadata = new Set(["name", "generateName", "namespace", "labels"]);

/** A Secret with its keys and without its values. */
const redacted = (body: JsonObject): JsonObject =>
  mapped(body, (key, value) => {
    if (publicFields.has(key)) return value;
    if (key !== "metadata" || !isObject(value)) return hidden(value);
    return mapped(value, (name, inner) => (publicMetadata.has(name) ? inner : hidden(inner)));
  });

const hidden = (value: Json): Json => (isObject(value) ? mapped(value, () => "(redacted)") : "(redacted)");

const mapped = (object: JsonObject, change: (key: string, value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value ?? null)]));
