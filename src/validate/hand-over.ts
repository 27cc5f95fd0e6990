import { isObject, type Json, type JsonObject, type Manifest } from "../kubernetes/manifest.ts";
import type { Outside } from "../outside/outside.ts";
import { bodyOf, type Collected } from "./collected.ts";
import { runKubeconform } from "./schemas/kubeconform.ts";
import type { KubeconformVerdict } from "./schemas/kubeconform-result.ts";
import { isProper, keyOf } from "./schemas/schema-key.ts";

/**
 * kubeconform makes a path of its schema of an object's apiVersion and kind, and of those of a list's items:
 * `kind: ../../x` must not reach it. Go's decoder takes `KIND` for `kind`.
 */
export const mayBeHandedOver = (body: JsonObject): boolean => {
  const under = (wanted: string): readonly Json[] =>
    Object.entries(body).flatMap(([key, value = null]) => (key.toLowerCase() === wanted ? [value] : []));
  const texts = (values: readonly Json[]): readonly string[] =>
    values.flatMap((value) => (typeof value === "string" && value !== "" ? [value] : []));
  const kinds = texts(under("kind"));
  const named = texts(under("apiversion")).every((version) => kinds.every((kind) => isProper(keyOf(version, kind))));
  const items = kinds.some((kind) => /^list$/i.test(kind)) ? under("items").filter(Array.isArray).flat() : [];
  return named && items.every((item: Json) => !isObject(item) || mayBeHandedOver(item));
};

/**
 * What is a line break, a merge or a tag to Go's reader and may be none to ours: there kubeconform gets what we read.
 */
const readInTwoWays = /[\u0085\u2028\u2029]|<<|![!<]/;

const textFor = ({ text, body }: Manifest): string => (readInTwoWays.test(text) ? asText(body) : text);

const asText = (body: JsonObject): string => `${JSON.stringify(body)}\n`;

/** kubeconform's words for a key that stands twice in a mapping, which helm and kubectl take without a word. */
const doubledKeyIn = (message: string): string | undefined => /key "(.*)" already set in map/.exec(message)?.[1];

/** What kubeconform says of an object, and the key that stands twice in its text. */
export interface Said extends KubeconformVerdict {
  readonly doubledKey?: string;
}

/**
 * kubeconform's verdict on each object. It reads a text with a doubled key not at all, where `sigs.k8s.io/yaml` of helm
 * and kubectl lets the last one count, and it refuses every null that may not be, where the API server drops it: of
 * such a text it gets what is judged.
 */
export const askKubeconform = async (
  manifests: readonly Manifest[],
  collected: Collected,
  outside: Outside,
): Promise<readonly Said[]> => {
  const ask = (texts: readonly string[], of: readonly Manifest[]) =>
    runKubeconform(
      of.map((manifest, index) => ({ ...manifest.ref, text: texts[index] ?? "", body: manifest.body })),
      [...collected.schemas.values()],
      outside,
    );
  const said = await ask(manifests.map(textFor), manifests);
  const unlike = manifests.filter((manifest, index) => {
    const { status, message } = said[index] ?? unasked;
    return (
      doubledKeyIn(message) !== undefined || (status === "invalid" && bodyOf(manifest, collected) !== manifest.body)
    );
  });
  if (unlike.length === 0) return said;
  const again = await ask(
    unlike.map((manifest) => asText(bodyOf(manifest, collected))),
    unlike,
  );
  return manifests.map((manifest, index) => {
    const first = said[index] ?? unasked;
    const second = again[unlike.indexOf(manifest)];
    const doubledKey = doubledKeyIn(first.message);
    if (second === undefined) return first;
    return doubledKey === undefined ? second : { ...second, doubledKey };
  });
};

/** The verdict on an object that kubeconform did not get. */
export const unasked: KubeconformVerdict = { status: "unusable", message: "" };
