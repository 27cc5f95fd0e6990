import { stringify } from "yaml";
import { trimEnd } from "../core/trim-end.ts";
import { isObject, type Json, type JsonObject, type Manifest } from "../kubernetes/manifest.ts";
import type { Memory } from "../outside/memory.ts";
import { rememberedValue } from "../outside/remembered-value.ts";
import type { Render } from "../render/render.ts";
import type { Hide } from "../secrets/hide-secrets.ts";
import { hideTexts } from "../secrets/hide-texts.ts";
import { markSecrets, withoutMarks } from "../secrets/secret-places.ts";
import type { Pattern } from "../secrets/secret-trie.ts";
import { fileNames } from "./file-names.ts";

/** What takes out secrets, and what it knows them by. */
interface Hiding {
  readonly hide: Hide;
  readonly patterns: readonly Pattern[];
}

/**
 * What was rendered as files for people to read: one for the chart, one an apply root. No secret is in them, nor what a
 * plan would hide for its place alone; where an object holds none, it stands as it was rendered. The chart's are made
 * anew where its objects or the secrets are others than before.
 */
export const renderedFiles = (
  render: Render,
  { hide, patterns }: Hiding,
  memory: Memory,
): readonly { readonly name: string; readonly text: string }[] => {
  const { chart, roots } = render;
  const names = fileNames(roots.map(({ root }) => root));
  const ofChart = [chart.manifests, chart.hooks];
  const texts = ofChart.flat().map(({ ref, text }) => `${JSON.stringify(ref)}\n${text}`);
  const [manifests = "", hooks = ""] = rememberedValue(
    ["hidden objects/1", JSON.stringify(patterns), String(chart.hooks.length), ...texts],
    () => ofChart.map((some) => documents(some, hide)),
    memory,
  );
  return [
    { name: "chart.yaml", text: manifests },
    { name: "chart-hooks.yaml", text: hooks },
    ...roots.map(({ manifests }, index) => ({ name: names[index] ?? "", text: documents(manifests, hide) })),
  ];
};

const documents = (manifests: readonly Manifest[], hide: Hide): string =>
  manifests.map((manifest) => `---\n${trimEnd(hide(textOf(manifest)), "\n")}\n`).join("");

const textOf = ({ ref, text, body }: Manifest): string => {
  if (ref.kind === "Secret") return stringify(redacted(body));
  const own = text.replace(/^---\n/, "");
  if (ref.kind === "CustomResourceDefinition") return own;
  const marked = markSecrets(ref, body);
  return marked === body ? own : stringify(hideTexts(marked, (line) => withoutMarks(line, "(redacted)")));
};

/**
 * What of a Secret is none. A field that a Secret does not have may be a misspelt `data`; an annotation may hold the
 * object as it was applied.
 */
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
