import type { TreeFiles } from "./kustomize-tree.ts";

const x = "s/overlays/x";

/** A ConfigMap with one value. */
export const configMap = (name: string, value = "v"): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  key: ${value}\n`;
const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** What a pull request brings: the overlay's kustomization, and other files of the repository. */
export interface Hostile {
  readonly kustomization: string | Uint8Array;
  readonly files?: TreeFiles;
}

const out = "../../../../beside";
/**
 * Trees in which kustomize sees a file outside, or an address, that a reader of YAML 1.2 does not. `url` is a
 * server that must not be asked.
 */
export const unseen: Readonly<Record<string, (url: string) => Hostile>> = {
  "a line separator in a comment, and a folder outside": () => ({
    kustomization: `# c\u2028resources: [${out}]\nnamePrefix: a-\n`,
  }),
  "a paragraph separator, and an address": (url) => ({
    kustomization: `# c\u2029resources: ["${url}/a.yaml"]\nnamePrefix: a-\n`,
  }),
  "a next-line character, and an address": (url) => ({
    kustomization: `# c\u0085resources: ["${url}/a.yaml"]\nnamePrefix: a-\n`,
  }),
  "a value in base64": (url) => ({ kustomization: `resources: [!!binary ${base64(`${url}/a.yaml`)}]\n` }),
  "a folder outside in base64": () => ({ kustomization: `resources: [!!binary ${base64(out)}]\n` }),
  "a key in base64": (url) => ({ kustomization: `!!binary ${base64("resources")}: ["${url}/a.yaml"]\n` }),
  "a key in base64, explicit": (url) => ({
    kustomization: `? !!binary ${base64("resources")}\n: ["${url}/a.yaml"]\nnamePrefix: a-\n`,
  }),
  "a quoted merge by its tag": (url) => ({
    kustomization: `!!merge "<<": {resources: ["${url}/a.yaml"]}\nnamePrefix: a-\n`,
  }),
  "another handle for the tag": (url) => ({
    kustomization: `%TAG !y! tag:yaml.org,2002:\n---\nresources: [!y!binary ${base64(`${url}/a.yaml`)}]\n`,
  }),
  "a verbatim tag": (url) => ({
    kustomization: `resources: [!<tag:yaml.org,2002:binary> ${base64(`${url}/a.yaml`)}]\n`,
  }),
  "UTF-16 in an included folder": (url) => ({
    kustomization: "resources: [in]\n",
    files: { [`${x}/in/kustomization.yaml`]: Buffer.from(`\ufeffresources: ["${url}/a.yaml"]\n`, "utf16le") },
  }),
  "an included kustomization above the limit": (url) => ({
    kustomization: "resources: [in]\n",
    files: { [`${x}/in/kustomization.yaml`]: `resources: ["${url}/a.yaml"]\n#${"#".repeat(11 * 1024 * 1024)}\n` },
  }),
  "a host that only Go's lower case makes GitHub": () => ({ kustomization: "resources: [gİthub.com/org/repo]\n" }),
  "a file that git is asked for when it is broken": () => ({
    kustomization: "resources: [github.com/org/x.yaml]\n",
    files: { [`${x}/github.com/org/x.yaml`]: "a: b\n" },
  }),
  "a plugin in a list": (url) => ({
    kustomization: "resources: [x.yaml]\ntransformers: [t.yaml]\n",
    files: {
      [`${x}/t.yaml`]: `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: builtin\n    kind: PatchTransformer\n    metadata: {name: p}\n    path: "${url}/p.yaml"\n`,
    },
  }),
  "a plugin's file of targets": (url) => ({
    kustomization: "resources: [x.yaml]\ntransformers: [t.yaml]\n",
    files: {
      [`${x}/t.yaml`]: `apiVersion: builtin\nkind: ValueAddTransformer\nmetadata: {name: p}\ntargetFilePath: "${url}/t.yaml"\n`,
    },
  }),
  "a plugin behind a line separator": (url) => ({
    kustomization: "resources: [x.yaml]\ntransformers: [t.yaml]\n",
    files: {
      [`${x}/t.yaml`]: `# c\u2028{apiVersion: builtin, kind: PatchTransformer, metadata: {name: p}, path: "${url}/p.yaml"}\n`,
    },
  }),
  "a plugin in place behind a line separator": (url) => ({
    kustomization: `resources: [x.yaml]\ntransformers:\n  - "# c\\u2028{apiVersion: builtin, kind: PatchTransformer, metadata: {name: p}, path: '${url}/p.yaml'}"\n`,
  }),
  "a plugin in UTF-16": (url) => ({
    kustomization: "resources: [x.yaml]\ntransformers: [t.yaml]\n",
    files: {
      [`${x}/t.yaml`]: Buffer.from(
        `\ufeffapiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: p}\npath: "${url}/p.yaml"\n`,
        "utf16le",
      ),
    },
  }),
  "a plugin in UTF-16 below a folder": (url) => ({
    kustomization: "resources: [x.yaml]\ntransformers: [in]\n",
    files: {
      [`${x}/in/kustomization.yaml`]: "resources: [t.yaml]\n",
      [`${x}/in/t.yaml`]: Buffer.from(
        `\ufeffapiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: p}\npath: "${url}/p.yaml"\n`,
        "utf16le",
      ),
    },
  }),
  "a plugin that a patch changes": (url) => ({
    kustomization: "resources: [x.yaml]\ntransformers: [in]\n",
    files: {
      [`${x}/in/kustomization.yaml`]: `resources: [t.yaml]\npatches:\n  - target: {kind: PatchTransformer}\n    patch: |\n      - {op: replace, path: /path, value: "${url}/p.yaml"}\n`,
      [`${x}/in/t.yaml`]: "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: p}\npath: q.yaml\n",
      [`${x}/q.yaml`]: configMap("x", "w"),
    },
  }),
  "a plugin whose path a prefix makes an address": (url) => ({
    kustomization: "resources: [x.yaml]\ntransformers: [in]\n",
    files: {
      [`${x}/in/kustomization.yaml`]: `resources: [t.yaml]\nnamePrefix: "${url}/"\nconfigurations: [c.yaml]\n`,
      [`${x}/in/c.yaml`]: "namePrefix:\n  - path: path\n",
      [`${x}/in/t.yaml`]: "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: p}\npath: q.yaml\n",
      [`${x}/q.yaml`]: configMap("x", "w"),
    },
  }),
  "the name of a file that is an object": (url) => {
    const name = `./: 1\napiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: p}\npath: "${url.replaceAll("/", "\\x2f")}\\x2fp.yaml"`;
    return {
      kustomization: `resources: [x.yaml]\ntransformers: [${JSON.stringify(`l${name.slice(1)}`)}]\n`,
      files: { [`${x}/${name.slice(2)}`]: "a: b\n" },
    };
  },
  "a link out of the repository in the middle of a path": () => ({
    kustomization: "resources: [l/beside]\n",
    files: { [`${x}/l`]: { link: "../../../.." } },
  }),
  "what lies behind a folder's link": () => ({
    kustomization: "resources: [../../../shared/l]\n",
    files: {
      "shared/l": { link: "../deep/er/still/real" },
      "deep/er/still/real/kustomization.yaml": "resources: [../../../../../beside]\n",
    },
  }),
};
