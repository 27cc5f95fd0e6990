import type { Location } from "../../core/finding.ts";
import { labelsAt, listOf, objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
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
  const patterns = listOf(body["templates"]).map(textOf);
  return {
    files: patterns.flatMap((pattern) => {
      const form = formOf(pattern);
      return mounts.flatMap(({ folder, object }) =>
        object === undefined ? [] : filesOf(object, world).filter(({ name }) => form?.test(`${folder}/${name}`)),
      );
    }),
    mayHaveUnseen: patterns.some((pattern) => mayMatchUnseen(pattern, mounts) || isMountedOtherwise(alertmanager)),
  };
};

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

const mayMatchUnseen = (pattern: string, mounts: readonly Mount[]): boolean => {
  const folder = pattern.slice(0, Math.max(0, pattern.lastIndexOf("/")));
  return (
    formOf(pattern) === null ||
    mounts.some((mount) => mount.object === undefined && formOf(folder)?.test(mount.folder) !== false)
  );
};

/** A pattern as Go's `filepath.Match` has it; null: it has classes or escapes, and is not read here. */
const formOf = (pattern: string): RegExp | null =>
  /[[\\]/.test(pattern)
    ? null
    : new RegExp(
        `^${pattern
          .replaceAll(/[.+^${}()|\]]/g, "\\$&")
          .replaceAll("*", "[^/]*")
          .replaceAll("?", "[^/]")}$`,
      );

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
