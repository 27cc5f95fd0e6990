import { tarball } from "../../test/attacks/tarball.ts";
import { configMap, type Entry, emptyOverlay, type FuzzCase, tinyChart } from "./fuzz-case.ts";
import { OddYaml } from "./odd-yaml.ts";
import type { Random } from "./random.ts";

const outsideTargets = [
  "$OUTSIDE/canary.yaml",
  "$OUTSIDE/canary.json",
  "$OUTSIDE",
  "$OUTSIDE/chart",
  "../.git/config",
  "../../.git/config",
  "/proc/self/environ",
  "/dev/zero",
  "$MOUNT/canary.txt",
] as const;
const insideTargets = ["values.yaml", ".", "..", "templates", "templates/values.yaml", "missing"] as const;
const places = [
  "files/l.txt",
  "templates/l.yaml",
  "crds/l.yaml",
  "charts/l",
  "values.schema.json",
  ".helmignore",
  "Chart.lock",
  "README.md",
  "templates/_h.tpl",
  "charts/sub/templates/l.yaml",
  "requirements.yaml",
] as const;

/** A random chart in the tree, as a folder or packed. */
export const chartCase = (random: Random): FuzzCase => {
  const strange = random.pick([0, 0.05, 0.15]);
  const yaml = new OddYaml(random, strange, () =>
    random.pick(["dependencies: [{name: x, version: 1.0.0, repository: '$HERE'}]", "name: evil", "type: library"]),
  );
  const files: Record<string, string | Uint8Array> = {
    ...tinyChart,
    "Chart.yaml": yaml.document({ apiVersion: "v2", name: "tiny", version: "1.0.0" }),
    "values.yaml": yaml.document({ a: "b", list: ["x"] }),
    "templates/files.yaml": `${configMap("files")}data:\n  files: {{ (.Files.Glob "**").AsConfig | toJson | quote }}\n`,
    "files/a.txt": "hello",
  };
  if (random.chance(0.5)) files["values.schema.json"] = schema(random, strange);
  if (random.chance(0.3))
    Object.assign(files, {
      "charts/sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
      "charts/sub/values.schema.json": schema(random, strange),
    });
  if (random.chance(0.3)) files["charts/packed.tgz"] = packed(random, strange);
  if (random.chance(0.2))
    files[".helmignore"] = random.pick(["files\n", "*.yaml\n", "!templates\n", "[\n", "**/x\n", "../\n"]);
  const entries = new Map<string, Entry>([
    emptyOverlay,
    ["prometheus-stack/upstream/install.sh", { file: "helm upgrade --install r ../../chart\n" }],
  ]);
  if (random.chance(0.3)) {
    entries.set("chart.tgz", {
      file: tarball(
        Object.fromEntries(
          Object.entries(files).map(([path, text]) => [
            `${random.chance(strange) ? random.pick(["..", "/abs", "tiny/..", "$OUTSIDE"]) : "tiny"}/${path}`,
            text,
          ]),
        ),
      ),
    });
    entries.set("prometheus-stack/upstream/install.sh", { file: "helm upgrade --install r ../../chart.tgz\n" });
  } else {
    for (const [path, file] of Object.entries(files)) entries.set(`chart/${path}`, { file });
    for (const path of random.many(2, () => random.pick(places)))
      entries.set(
        `chart/${path}`,
        random.chance(0.1)
          ? { fifo: true }
          : { link: random.pick(random.chance(0.5) ? outsideTargets : insideTargets) },
      );
  }
  return { kind: "chart", entries, helm: random.pick(["helm", "helm3"]) };
};

const schema = (random: Random, strange: number): string => {
  const target = random.pick([
    "#",
    "#/definitions/a",
    "#/$defs/a",
    "file://$OUTSIDE/canary.json",
    "$HERE/x.json",
    "canary.json",
    "http://json-schema.org/draft-07/schema#",
    "urn:x",
    "#a",
  ]);
  const name = random.chance(strange)
    ? random.pick(["$dynamicRef", "$recursiveRef", "\\u0024ref", "$REF", "$schema", "$id"])
    : "$ref";
  const more = random.chance(strange)
    ? random.pick([
        '"$id": "file://$OUTSIDE/x.json", ',
        '"id": "$HERE/x.json", ',
        '"$schema": "http://json-schema.org/draft-04/schema#", ',
        `"${name}": "#", `,
      ])
    : "";
  return `{${more}"properties": {"a": {"${name}": "${target}"}}, "definitions": {"a": {}}, "$defs": {"a": {"$anchor": "a"}}}`;
};

const packed = (random: Random, strange: number): Buffer =>
  tarball({
    "packed/Chart.yaml": "apiVersion: v2\nname: packed\nversion: 1.0.0\n",
    "packed/values.schema.json": schema(random, strange),
    [random.chance(strange) ? "../../evil.txt" : "packed/templates/p.yaml"]: configMap("packed"),
  });
