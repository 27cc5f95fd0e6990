import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { listen } from "../../loopback-servers/server.ts";
import { tool } from "../../tools-dir.ts";
import { buildTree, type TreeFiles, treeOf } from "./kustomize-tree.ts";

const x = "s/overlays/x";
const timeout = 300_000;

/** What kustomize itself says of a folder of the repository. */
const kustomize = async (folder: string): Promise<{ readonly code: number; readonly stdout: string }> => {
  const kubectl = await tool("kubectl");
  const env = { PATH: "", HTTP_PROXY: "http://127.0.0.1:9", HTTPS_PROXY: "http://127.0.0.1:9" };
  return new Promise((done) =>
    execFile(kubectl, ["kustomize", "--", folder], { env }, (error, stdout) => done({ code: error ? 1 : 0, stdout })),
  );
};

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const text = fc.oneof(
  word,
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("yes", "0644", "1.50", "2001-01-01", "~", "a: b", "#c", "- x", "{a}", "é", "😀", "x\ty", " y "),
);
/**
 * As a person may write a value that is meant as text, without the characters that one YAML parser takes for a line
 * break and another does not.
 */
const quoted = text.map((value) =>
  JSON.stringify(value.replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/gu, "")),
);

interface Part {
  readonly lines: string;
  readonly files: TreeFiles;
}

const configMap = (name: string, value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  k: ${value}\n`;

/** The resource of a folder: no two have the same name. */
const own = (folder: string): string => `r${folder.length}`;

/** One field of a kustomization in `folder`, with the files that it names. */
const part = (folder: string): fc.Arbitrary<Part> =>
  fc.oneof(
    word.map((prefix) => ({ lines: `namePrefix: ${prefix}-\n`, files: {} })),
    fc.record({ key: word, value: quoted }).map(({ key, value }) => ({
      lines: `commonAnnotations:\n  ${key}: ${value}\n`,
      files: {},
    })),
    fc.record({ name: word, value: quoted }).map(({ name, value }) => ({
      lines: `configMapGenerator:\n  - name: ${name}\n    literals: ["k=v", ${JSON.stringify(`l=${JSON.parse(value)}`)}]\n    files: [d/${name}.bin, z=./d/${name}.bin]\n    options: {disableNameSuffixHash: yes}\n`,
      files: { [`${folder}/d/${name}.bin`]: Buffer.from(value, "utf16le") },
    })),
    fc.record({ name: word, value: quoted }).map(({ name, value }) => ({
      lines: `patches:\n  - path: p.yaml\n  - target: {kind: ConfigMap}\n    patch: |-\n      - {op: add, path: /data/n, value: ${value}}\n`,
      files: { [`${folder}/p.yaml`]: configMap(own(folder), value), [`${folder}/unused-${name}`]: "unused" },
    })),
    quoted.map((value) => ({
      lines: `transformers:\n  - t.yaml\n`,
      files: {
        [`${folder}/t.yaml`]: `apiVersion: builtin\nkind: AnnotationsTransformer\nmetadata: {name: t}\nannotations: {a: ${value}}\nfieldSpecs: [{path: metadata/annotations, create: true}]\n`,
      },
    })),
  );

const fieldOf = ({ lines }: Part): string => lines.split(":")[0] ?? "";

const kustomization = (folder: string, more: readonly string[]): fc.Arbitrary<TreeFiles> =>
  fc
    .record({ parts: fc.uniqueArray(part(folder), { selector: fieldOf, maxLength: 4 }), value: quoted })
    .map(({ parts, value }) => ({
      [`${folder}/kustomization.yaml`]: `resources: [r.yaml${more.map((one) => `, ${one}`).join("")}]\n${parts.map((one) => one.lines).join("")}`,
      [`${folder}/r.yaml`]: configMap(own(folder), value),
      ...Object.assign({}, ...parts.map((one) => one.files)),
    }));

const inner = fc.constantFrom("in", "deep/in", "../../../common/in");

const honest: fc.Arbitrary<TreeFiles> = inner.chain((folder) =>
  fc
    .tuple(kustomization(x, [folder]), kustomization(join(x, folder), []))
    .map(([outer, below]): TreeFiles => ({ ...below, ...outer })),
);

test("kustomize says of the mirror what it says of the tree", { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(honest, async (files) => {
      const repo = treeOf(files);
      const [ours, plain] = await Promise.all([buildTree(repo), kustomize(join(repo, x))]);
      expect(ours.builds[0]?.error === null).toBe(plain.code === 0);
      expect(ours.builds[0]?.text).toBe(plain.stdout);
    }),
    { numRuns: 25 },
  );
});

/** What one parser and another read differently. */
const oddities = [
  ...["\u2028", "\u2029", "\u0085", "\ufeff", "\r", "\t", "\0", "\u00a0", "#", "'", '"', "\\", "\n---\n", "\n...\n"],
  ...["!!binary ", "!!merge ", "!!str ", "<<: ", "? ", "&a ", "*a", "%TAG ! x\n", "!<tag:yaml.org,2002:binary> "],
];

test("no odd byte brings in a file that was not read, or a request", { timeout }, async () => {
  const asked: string[] = [];
  const server = await listen((request, response) => {
    asked.push(request.url ?? "");
    response.end(configMap("fetched", "v"));
  });
  const targets = ["r.yaml", "in", "../../../../beside", `${server.url}/a.yaml`, "l", "../y", "/etc/hostname"];
  const encoded = targets.map((target) => Buffer.from(target).toString("base64"));
  const entry = fc.constantFrom(...targets, ...encoded).map((one) => JSON.stringify(one));
  const field = fc.constantFrom("resources", "components", "generators", "transformers", "crds", "RESOURCES", "bases");
  const lines = fc.array(fc.tuple(field, entry), { minLength: 1, maxLength: 3 });
  const insertions = fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...oddities)), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(lines, insertions, fc.constantFrom("utf8", "utf8", "utf16le"), async (fields, odd, encoding) => {
      let source = fields.map(([name, target]) => `${name}: [${target}] # c\n`).join("");
      for (const [at, what] of odd) source = source.slice(0, at) + what + source.slice(at);
      const repo = treeOf({
        [`${x}/kustomization.yaml`]: "resources: [q.yaml, in]\n",
        [`${x}/in/kustomization.yaml`]: Buffer.from(source, encoding as BufferEncoding),
        [`${x}/q.yaml`]: configMap("q", "v"),
        [`${x}/in/r.yaml`]: configMap("r", "v"),
        [`${x}/in/l`]: { link: "../../../../.." },
        "../beside/kustomization.yaml": "namePrefix: canary-\n",
      });
      const tree = await buildTree(repo).catch((thrown: unknown) => {
        if (!(thrown instanceof OperatorError)) throw thrown;
        return null;
      });
      expect(asked).toEqual([]);
      expect(JSON.stringify(tree?.builds ?? [])).not.toContain(join(dirname(repo), "beside"));
      for (const place of tree?.mirror.keys() ?? []) expect(tree?.read).toContain(place);
    }),
    { numRuns: 60 },
  );
});
