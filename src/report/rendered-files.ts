import { stringify } from "yaml";
import { isObject, type JsonObject, type Manifest } from "../manifest.ts";
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

/** A Secret with its keys and without its values. */
const redacted = (body: JsonObject): JsonObject => ({
  ...body,
  ...(isObject(body["data"]) ? { data: hidden(body["data"]) } : {}),
  ...(isObject(body["stringData"]) ? { stringData: hidden(body["stringData"]) } : {}),
});

const hidden = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.keys(values).map((key) => [key, "(redacted)"]));
