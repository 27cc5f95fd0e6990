import { type Location, nameOf, type ResourceRef } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import { listOf } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf, objectIn } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { textOf } from "./alertmanager-fields.ts";
import { globalConfigName, selectedConfigs } from "./alertmanager-in-force.ts";
import { configText } from "./alertmanager-secret.ts";
import { parseAlertmanagerConfig, readAlertmanagerConfig } from "./read-alertmanager-config.ts";
import { type TemplateCalls, templateCalls } from "./template-calls.ts";
import { loadedTemplates, namedTemplates, type TemplateFile, type TemplateFiles } from "./template-files.ts";
import { lacksFunction } from "./template-functions.ts";

/** A template that a receiver names and that nothing defines, or a function that Alertmanager does not have. */
export interface MissingName {
  readonly name: string;
  /** Who names it: `the receiver "on-call"`, `the file gpu.tmpl`. */
  readonly by: string;
  readonly resource: ResourceRef;
  readonly place: () => Location | null;
}

export interface MissingNames {
  readonly templates: readonly MissingName[];
  /** In texts of receivers: each notification fails. */
  readonly functions: readonly MissingName[];
  /** In files of templates: Alertmanager loads none of its configuration. */
  readonly functionsInFiles: readonly MissingName[];
}

/**
 * What the receivers of an Alertmanager, and its files of templates, name and does not exist. Alertmanager looks for
 * what a receiver names when it notifies, and `amtool check-config` takes such a configuration. No template is missing
 * where a file may lie that is not in sight.
 */
export const missingNames = once((world: World) =>
  once((alertmanager: WorldObject): MissingNames => {
    const { texts, templates } = told(alertmanager, world);
    const { files, mayHaveUnseen } = templates;
    const read = files.map((file) => ({ file, calls: templateCalls(file.text) }));
    const defined = new Set(read.flatMap(({ file, calls }) => [file.name, ...calls.defined]));
    const lacked = ({ functions }: TemplateCalls) => functions.filter((name) => lacksFunction(name, alertmanager));
    return {
      templates: texts.flatMap(({ calls, ...from }) =>
        calls.templates
          .filter((name) => !mayHaveUnseen && !own.test(name) && !defined.has(name) && !calls.defined.includes(name))
          .map((name) => ({ name, ...from })),
      ),
      functions: texts.flatMap(({ calls, ...from }) => lacked(calls).map((name) => ({ name, ...from }))),
      functionsInFiles: read.flatMap(({ file, calls }) => lacked(calls).map((name) => ({ name, ...inFile(file) }))),
    };
  }),
);

const inFile = ({ name, object, place }: TemplateFile): Omit<MissingName, "name"> => ({
  by: `the file ${name} of templates`,
  resource: object.ref,
  place,
});

/**
 * How Alertmanager's own are named, in each version:
 * https://github.com/prometheus/alertmanager/blob/main/template/default.tmpl
 */
const own = /^(?:__|\w+\.default\.)/;

interface Text extends Omit<MissingName, "name"> {
  readonly calls: TemplateCalls;
}

/** The texts of all receivers, and the templates that there are for them. */
const told = (
  alertmanager: WorldObject,
  world: World,
): { readonly texts: readonly Text[]; readonly templates: TemplateFiles } => {
  const used = selectedConfigs(alertmanager, world).flatMap(({ object, status }) =>
    status === "selected" ? ofObject(object) : [],
  );
  const global = globalConfigName(alertmanager);
  if (global !== null) {
    const object = objectIn(world, "AlertmanagerConfig", namespaceOf(alertmanager, world), global);
    return {
      texts: [...(object === undefined ? [] : ofObject(object)), ...used],
      templates: namedTemplates(alertmanager, world),
    };
  }
  const { text, place } = configText(alertmanager, world);
  if (text === null || readAlertmanagerConfig(text, place).config === null)
    return { texts: used, templates: { files: [], mayHaveUnseen: true } };
  const body = parseAlertmanagerConfig(text);
  const ofFile = textsOf(listOf(body["receivers"]), ["receivers"], alertmanager.ref, place);
  return { texts: [...ofFile, ...used], templates: loadedTemplates(alertmanager, body, world) };
};

const ofObject = (object: WorldObject): readonly Text[] =>
  textsOf(listOf(valueAt(object.body, ["spec", "receivers"])), ["spec", "receivers"], object.ref, (path) =>
    object.locate(path),
  ).map((text) => ({ ...text, by: `${text.by} of ${nameOf(object.ref)}` }));

const textsOf = (
  receivers: readonly Json[],
  path: Path,
  resource: ResourceRef,
  place: (path: Path) => Location | null,
): readonly Text[] =>
  receivers.flatMap((receiver, index) =>
    isObject(receiver)
      ? templatesIn(receiver, [...path, index]).map(({ text, at }) => ({
          calls: templateCalls(text),
          by: `the receiver "${textOf(receiver["name"])}"`,
          resource,
          place: () => place(at),
        }))
      : [],
  );

const templatesIn = (value: Json, at: Path): readonly { readonly text: string; readonly at: Path }[] => {
  if (typeof value === "string") return value.includes("{{") ? [{ text: value, at }] : [];
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => templatesIn(item, [...at, index]));
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inner = null]) => templatesIn(inner, [...at, key]))
    : [];
};
