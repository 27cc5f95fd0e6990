import { RE2JS } from "re2js";
import type { Location } from "../../core/finding.ts";
import { labelsAt, listOf, objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { compileRe2 } from "../../promql/compile-re2.ts";
import { namespaceOf, objectIn } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { textOf } from "./alertmanager-fields.ts";
import { configText } from "./alertmanager-secret.ts";

/** A file of templates that an Alertmanager loads. */
export interface TemplateFile {
  /** Its name without the folder: it is the name of a template, too. */
  readonly name: string;
  readonly text: string;
  readonly object: WorldObject;
  readonly place: () => Location | null;
}

/** What an Alertmanager loads as templates beside its own. */
export interface TemplateFiles {
  readonly files: readonly TemplateFile[];
  /** Whether it may load a file that is not in sight. */
  readonly mayHaveUnseen: boolean;
}

/**
 * The files that the patterns under `templates` of the Secret's configuration name. The operator mounts the Secret, and
 * what `configMaps` and `secrets` of the Alertmanager name:
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/alertmanager/statefulset.go
 */
export const loadedTemplates = (alertmanager: WorldObject, body: JsonObject, world: World): TemplateFiles => {
  const mounts = mountsOf(alertmanager, world);
  const patterns = [...new Set(listOf(body["templates"]).map(textOf))];
  const mounted = mounts.flatMap(({ folder, object }) =>
    object === undefined ? [] : filesOf(object, world).map((file) => ({ path: `${folder}/${file.name}`, file })),
  );
  const unseen = mounts.filter(({ object }) => object === undefined).map(({ folder }) => folder);
  if (patterns.length * (mounted.length + unseen.length) > mostCompared) return { files: [], mayHaveUnseen: true };
  return {
    files: patterns.flatMap((pattern) => {
      const matches = matcherOf(pattern);
      return matches === null ? [] : mounted.filter(({ path }) => matches(path)).map(({ file }) => file);
    }),
    mayHaveUnseen:
      patterns.length > 0 &&
      (isMountedOtherwise(alertmanager) || patterns.some((pattern) => mayMatchIn(unseen, pattern))),
  };
};

/** Patterns and files, each with each: a tree may have as many as it likes. */
const mostCompared = 100_000;

/** The files that `alertmanagerConfiguration` names, where an AlertmanagerConfig takes the place of the Secret. */
export const namedTemplates = (alertmanager: WorldObject, world: World): TemplateFiles => {
  const namespace = namespaceOf(alertmanager, world);
  const wanted = objectsAt(alertmanager.body, ["spec", "alertmanagerConfiguration", "templates"]).flatMap((one) =>
    (["ConfigMap", "Secret"] as const).flatMap((kind) => {
      const named = valueAt(one, [kind === "ConfigMap" ? "configMap" : "secret"]);
      const [name, key] = [textAt(named, ["name"]), textAt(named, ["key"])];
      return name === null || key === null ? [] : [{ object: objectIn(world, kind, namespace, name), key }];
    }),
  );
  return {
    files: wanted.flatMap(({ object, key }) =>
      object === undefined ? [] : filesOf(object, world).filter(({ name }) => name === key),
    ),
    mayHaveUnseen: wanted.some(({ object }) => object === undefined),
  };
};

interface Mount {
  readonly folder: string;
  /** Whose keys are the files; undefined where it is not in sight. */
  readonly object: WorldObject | undefined;
}

const mountsOf = (alertmanager: WorldObject, world: World): readonly Mount[] => {
  const named = (kind: string, name: string): WorldObject | undefined =>
    objectIn(world, kind, namespaceOf(alertmanager, world), name);
  const listed = (kind: string, field: string): readonly Mount[] =>
    textsAt(alertmanager.body, ["spec", field]).map((name) => ({
      folder: `/etc/alertmanager/${field.toLowerCase()}/${name}`,
      object: named(kind, name),
    }));
  const config = { folder: "/etc/alertmanager/config", object: named("Secret", configText(alertmanager, world).name) };
  return [config, ...listed("ConfigMap", "configMaps"), ...listed("Secret", "secrets")];
};

/** Volumes of the Alertmanager's own, or containers that a patch changes, may put files anywhere. */
const isMountedOtherwise = ({ body }: WorldObject): boolean =>
  ["volumeMounts", "containers"].some((field) => objectsAt(body, ["spec", field]).length > 0);

/** Whether a pattern may name a file of folders of which nothing is in sight. */
const mayMatchIn = (folders: readonly string[], pattern: string): boolean => {
  const matches = matcherOf(pattern.slice(0, Math.max(0, pattern.lastIndexOf("/"))));
  return matcherOf(pattern) === null || matches === null || folders.some((folder) => matches(folder));
};

/**
 * A pattern as Go's `filepath.Match` has it, by RE2, whose time grows with the name alone, however many stars there
 * are; null: it has classes or escapes, or is too long, and is not read here.
 */
const matcherOf = (pattern: string): ((name: string) => boolean) | null => {
  if (pattern.length > longest || /[[\\]/.test(pattern)) return null;
  const parts = pattern.split(/([*?])/).map((part) => {
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : RE2JS.quote(part);
  });
  const compiled = compileRe2(parts.join(""));
  return (name) => name.length <= longest && compiled.matches(name);
};

/** Characters of a pattern, and of a name: those of a path on Linux are 4,096 at most. */
const longest = 4096;

const filesOf = (object: WorldObject, world: World): readonly TemplateFile[] => {
  const of = (field: string, read: (text: string) => string): readonly TemplateFile[] =>
    Object.entries(labelsAt(object.body, [field])).map(([name, text]) => ({
      name,
      text: read(text),
      object,
      place: () => placeOf(object, [field, name], world),
    }));
  const decoded = (text: string): string => Buffer.from(text, "base64").toString("utf8");
  const plain = (text: string): string => text;
  return object.ref.kind === "Secret" ? [...of("data", decoded), ...of("stringData", plain)] : of("data", plain);
};

/** The chart's Secret has its files of `alertmanager.templateFiles`. */
const placeOf = (object: WorldObject, path: Path, world: World): Location | null => {
  const at = object.locate(path);
  if (at === null || object.manifest?.origin.from !== "chart") return at;
  const keys = ["alertmanager", "templateFiles", String(path.at(-1))];
  const document = world.file(at.file)?.documents.find(({ value }) => valueAt(value, keys) !== undefined);
  return document?.locateKey(keys) ?? at;
};
