import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";
import { list, type ReadEntry } from "tar";
import { isObject, type Json, valueAt } from "../manifest.ts";

/** Which values a chart takes: the text of its `values.yaml`, and of those of the charts in it. */
export interface ChartValues {
  readonly own: string;
  /** By the key under which their values stand; null where the chart is not there to be read. */
  readonly dependencies: ReadonlyMap<string, string | null>;
}

/** Reads them from a chart's folder or archive. Throws the system's error, or tar's, where it cannot be read. */
export const readChartValues = async (path: string): Promise<ChartValues> => {
  const isFolder = (await stat(path)).isDirectory();
  const texts = isFolder ? await textsOfFolder(path) : await textsOfArchive(path);
  const keys = dependencyKeys(texts.get("Chart.yaml") ?? "");
  const present = new Map(
    [...texts.keys()].flatMap((file) => /^charts\/([^/]+)\//.exec(file)?.[1] ?? []).map((name) => [name, name]),
  );
  return {
    own: texts.get("values.yaml") ?? "",
    dependencies: new Map(
      [...present, ...keys].map(([key, name]) => [key, texts.get(`charts/${name}/values.yaml`) ?? null]),
    ),
  };
};

/** What `Chart.yaml` calls its dependencies: by alias, else by name. */
const dependencyKeys = (chartYaml: string): readonly (readonly [string, string])[] => {
  const listed = valueAt(load(chartYaml) as Json, ["dependencies"]);
  return (Array.isArray(listed) ? listed : []).filter(isObject).map((one) => {
    const name = String(one["name"]);
    return [String(one["alias"] ?? name), name];
  });
};

/** By their path in the chart, e.g. `charts/grafana/values.yaml`. */
type Texts = ReadonlyMap<string, string>;

const wanted = /^(?:charts\/[^/]+\/)?(?:Chart|values)\.yaml$/;

/** Of one file: the largest known is a tenth of it. */
const mostBytes = 5_000_000;

const textsOfFolder = async (folder: string): Promise<Texts> => {
  const texts = new Map<string, string>();
  const put = async (file: string): Promise<void> => {
    const text = await readFile(join(folder, file), "utf8").catch(() => null);
    if (text !== null) texts.set(file, text);
  };
  await Promise.all([put("Chart.yaml"), put("values.yaml")]);
  const entries = await readdir(join(folder, "charts"), { withFileTypes: true }).catch(() => []);
  for (const { name } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (/\.tgz$/.test(name)) {
      const inner = await textsOfArchive(join(folder, "charts", name));
      const own = name.replace(/-v?\d+\.\d+\.\d+.*$/, "");
      for (const [file, text] of inner) if (!file.startsWith("charts/")) texts.set(`charts/${own}/${file}`, text);
    } else await Promise.all([put(`charts/${name}/Chart.yaml`), put(`charts/${name}/values.yaml`)]);
  }
  return texts;
};

/** The first folder of a member's path is the chart's own. */
const textsOfArchive = async (archive: string): Promise<Texts> => {
  const texts = new Map<string, string>();
  const reads: Promise<void>[] = [];
  await list({
    file: archive,
    strict: true,
    onReadEntry: (entry) => {
      const file = entry.path.replace(/^(?:\.\/)?[^/]+\//, "");
      if (entry.type === "File" && wanted.test(file) && entry.size < mostBytes)
        reads.push(textOf(entry).then((text) => void texts.set(file, text)));
      else entry.resume();
    },
  });
  await Promise.all(reads);
  return texts;
};

const textOf = async (entry: ReadEntry): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of entry) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString("utf8");
};
