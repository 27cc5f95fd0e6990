import { isObject, type Json, type Manifest } from "../kubernetes/manifest.ts";
import { valuesOfTree } from "../render/chart/value-sources.ts";
import type { Render } from "../render/render.ts";
import type { Stack } from "../stack/stack.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import { secretsOfBrokenFile } from "./broken-file-secrets.ts";
import { type GeneratorFile, secretsInFileOfGenerator, secretsOfKustomization } from "./generator-secrets.ts";
import { secretsOfScript, secretsOfSets } from "./install-secrets.ts";
import { mapSecrets } from "./map-secrets.ts";
import type { Secret } from "./secrets-in-text.ts";

/** As much of a run as there is: a render that failed leaves what was loaded. */
export interface KnownTexts {
  readonly stack?: Stack;
  readonly render?: Render;
  readonly generatorFiles?: readonly GeneratorFile[];
}

/**
 * Every secret that the tree, the release's values and the render hold, by rule of its place or its name; the same one
 * may be in it more than once.
 */
export const collectSecrets = ({ stack, render, generatorFiles = [] }: KnownTexts): readonly Secret[] => {
  const found: Secret[] = [];
  const add = (secrets: Iterable<Secret>): void => {
    for (const secret of secrets) found.push(secret);
  };
  const note = (secret: Secret): string => {
    found.push(secret);
    return "";
  };
  const values = stack === undefined ? [] : valuesOfTree(stack);
  for (const file of [...values, ...(stack?.files ?? [])]) add(secretsOfFile(file));
  for (const file of values) if (isMarkedSecret(file)) add(everyTextOf(file));
  for (const { documents } of stack?.files ?? []) for (const { value } of documents) add(secretsOfKustomization(value));
  for (const file of generatorFiles) add(secretsInFileOfGenerator(file));
  add(secretsOfSets(stack?.release.sets ?? []));
  add(secretsOfScript(stack?.install?.text ?? ""));
  for (const { ref, body } of render === undefined ? [] : everyManifest(render))
    if (ref.kind !== "CustomResourceDefinition") mapSecrets(body, note);
  return found;
};

/**
 * Whether the name of a values file says that all of it is secret: `secrets.yaml`, `values.secret.yaml`,
 * `secrets/gpu.yaml`, as helm-secrets and its users name what they decrypt (https://github.com/jkroepke/helm-secrets).
 */
const isMarkedSecret = ({ file }: YamlFile): boolean => /(?:^|[/._-])secrets?[/._-]/i.test(file);

/** Characters: of a shorter text (`true`, `8080`) too much else would be hidden. */
const shortestMarked = 6;

const everyTextOf = ({ documents }: YamlFile): readonly Secret[] => {
  const found: Secret[] = [];
  const walk = (value: Json, key: string): void => {
    if (typeof value === "string" && value.length >= shortestMarked) found.push({ key, text: value });
    else if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (isObject(value)) for (const [name, inner = null] of Object.entries(value)) walk(inner, name);
  };
  for (const { value } of documents) walk(value, "");
  return found;
};

const secretsOfFile = (file: YamlFile): readonly Secret[] => {
  const found: Secret[] = [];
  const note = (secret: Secret): string => {
    found.push(secret);
    return "";
  };
  for (const { value } of file.documents) mapSecrets(value, note);
  return file.errors.length === 0 ? found : [...found, ...secretsOfBrokenFile(file.text)];
};

const everyManifest = ({ chart, roots }: Render): readonly Manifest[] => [
  ...chart.manifests,
  ...chart.hooks,
  ...roots.flatMap(({ manifests }) => manifests),
];
