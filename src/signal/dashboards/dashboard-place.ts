import type { Edit, Fix, Location } from "../../core/finding.ts";
import { nameOf } from "../../core/finding.ts";
import { generatorEntry } from "../../fix/generator-entry.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { lineOf } from "../../text/line-of.ts";
import { keyRenamed } from "../../text/yaml-line.ts";
import type { World } from "../../world/world.ts";
import type { Grafana } from "../grafana/grafana.ts";
import { providerOf } from "../grafana/grafana-providers.ts";
import type { Hop } from "../path/signal-path.ts";
import type { DashboardFile } from "./dashboard-file.ts";

const hop = "grafana-reads-file";

/** Whether Grafana reads the file: its extension, the folder it lies in, and no other file in its place. */
export const fileHops = (
  file: DashboardFile,
  all: readonly DashboardFile[],
  grafana: Grafana,
  world: World,
): readonly Hop[] => {
  const broken = [wrongExtension(file, world), unreadDirectory(file, grafana), collision(file, all, world)].filter(
    (one) => one !== null,
  );
  return broken.length > 0 ? broken : [readBy(file, grafana)];
};

const readBy = ({ directory, name }: DashboardFile, grafana: Grafana): Hop => {
  const provider = providerOf(grafana.providers, directory);
  if (directory !== "" && provider !== undefined)
    return {
      hop,
      status: "ok",
      why: `The provider ${provider.name} reads ${provider.path}, and ${name} is alone there`,
    };
  return { hop, status: "unknown", why: "Which folders Grafana reads cannot be seen" };
};

const wrongExtension = (file: DashboardFile, world: World): Hop | null => {
  if (file.name.endsWith(".json")) return null;
  const wanted = `${file.key.replace(/\.(?:jso?n?|txt|ya?ml|JSON)$/, "")}.json`;
  return {
    hop,
    status: "broken",
    why: `Grafana reads only files whose name ends with .json, and this one is ${file.name}`,
    at: keyPlace(file, world),
    fix: rename(file, wanted, world),
    check: "dashboard-file-extension",
  };
};

const unreadDirectory = ({ by, object, directory }: DashboardFile, grafana: Grafana): Hop | null => {
  if (by === "mount" || directory === "" || !grafana.providers.complete) return null;
  if (providerOf(grafana.providers, directory) !== undefined) return null;
  const read = grafana.providers.list.map(({ path }) => path).join(", ");
  const annotation = grafana.sidecars[0]?.folderAnnotation ?? "";
  const at = object.locate(["metadata", "annotations", annotation]);
  return {
    hop,
    status: "broken",
    why: `The sidecar writes the file to ${directory}, as the annotation ${annotation} has it, and Grafana reads ${read}`,
    ...(at === null ? {} : { at }),
    fix: { description: `Name a folder below ${read} in the annotation, or remove it`, edits: [] },
    check: "dashboard-directory-not-read",
  };
};

/**
 * The sidecar writes every key as a file of that name: the one written last stays, and one deleted takes both with it.
 */
const collision = (file: DashboardFile, all: readonly DashboardFile[], world: World): Hop | null => {
  const other = all.find((one) => isSameFile(one, file) && one.object !== file.object);
  if (other === undefined) return null;
  const whose = other.own ? "" : ", which the chart brings";
  return {
    hop,
    status: "broken",
    why: `${nameOf(other.object.ref)}${whose}, writes ${file.name} too: the sidecar keeps only the one that it gets last`,
    at: keyPlace(file, world),
    fix: rename(file, `${file.object.ref.name}.json`, world),
    check: "dashboard-filename-collision",
  };
};

/** True where both are written to the same place in Grafana's pod. */
export const isSameFile = (a: DashboardFile, b: DashboardFile): boolean =>
  a.directory === b.directory && a.name === b.name && a.directory !== "";

/** Where the file's name is written: the generator's list, the manifest's key. */
const keyPlace = (file: DashboardFile, world: World): Location => {
  const entry = generatorEntry(file.object, world);
  const index = entry === null ? -1 : inputIndex(entry.value["files"], file.key);
  return entry === null || index === -1 ? file.placed.keyAt() : entry.document.locate([...entry.path, "files", index]);
};

const rename = (file: DashboardFile, wanted: string, world: World): Fix => ({
  description: `Call the key ${wanted}`,
  edits: [...renamed(file, wanted, world)],
});

const renamed = function* (file: DashboardFile, wanted: string, world: World): Iterable<Edit> {
  const at = keyPlace(file, world);
  const yaml = world.file(at.file);
  if (yaml === null) return;
  const entry = generatorEntry(file.object, world);
  if (entry === null) {
    const edit = keyRenamed(yaml, at.line, file.key, wanted);
    if (edit !== null) yield edit;
    return;
  }
  const line = lineOf(yaml, at.line);
  const [, lead = "", item = "", rest = ""] = /^(\s*- )([^\s"'#]+)([\s\S]*)$/.exec(line) ?? [];
  const index = inputIndex(entry.value["files"], file.key);
  if (item === "" || item !== valueAt(entry.value, ["files", index])) return;
  yield {
    file: at.file,
    startLine: at.line,
    endLine: at.line,
    text: `${lead}${wanted}=${item.replace(/^[^=]*=/, "")}${rest}`,
  };
};

/** Which item of a generator's `files` makes the key: `name=path`, or a path that ends with it. */
const inputIndex = (files: unknown, key: string): number =>
  Array.isArray(files)
    ? files.findIndex((item) => {
        const [name = "", path] = String(item).split("=");
        return path === undefined ? name.split("/").at(-1) === key : name === key;
      })
    : -1;
