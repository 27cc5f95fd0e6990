import { gzipSync } from "node:zlib";
import { type Attack, bothHelms } from "./attack.ts";
import { type Ground, script } from "./ground.ts";
import { endlessArchive, tarball, tarOf } from "./tarball.ts";

const ended = ["render-failed", "invalid-input", "findings"] as const;

const chart = (name: string, lay: (ground: Ground) => void, more: Partial<Attack> = {}): Attack => ({
  name: `a chart ${name}`,
  lay,
  helms: bothHelms,
  ends: ended,
  ...more,
});

const show = (expression: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shown\ndata:\n  shown: {{ ${expression} | toString | b64enc | quote }}\n`;

const links: readonly Attack[] = [
  ["a template", "templates/evil.yaml", "$OUTSIDE/canary.yaml"],
  ["a template, into the token", "templates/evil.yaml", "$WORKSPACE/.git/config"],
  ["Chart.yaml", "Chart.yaml", "$OUTSIDE/chart/Chart.yaml"],
  ["values.yaml", "values.yaml", "$OUTSIDE/values.yaml"],
  ["the schema of values", "values.schema.json", "$OUTSIDE/canary.json"],
  ["a file", "files/evil.txt", "$OUTSIDE/canary.txt"],
  ["a file, into the token by a relative path", "files/evil.txt", "../../.git/config"],
  ["a file, into the step's environment", "files/evil.txt", "/proc/self/environ"],
  ["a file, into HOME", "files/evil.txt", "$HOME/.netrc"],
  ["a folder", "files", "$OUTSIDE"],
  ["a folder, into another mount", "files", "$MOUNT"],
  ["the folder .git", "files", "../.git"],
  ["a subchart", "charts/evil", "$OUTSIDE/chart"],
  ["a CRD", "crds/evil.yaml", "$OUTSIDE/canary.yaml"],
  [".helmignore", ".helmignore", "$OUTSIDE/canary.txt"],
].map(([what, path, target = ""]) =>
  chart(`of which ${what} is a link to outside`, (ground) => {
    ground.write("chart/templates/show.yaml", show('printf "%v" (.Files.Glob "**")'));
    ground.write(
      "chart/templates/config.yaml",
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: files\ndata:\n{{ (.Files.Glob "**").AsConfig | indent 2 }}\n',
    );
    ground.link(target, `chart/${path}`);
  }),
);

const devices: readonly Attack[] = (
  ["Chart.yaml", "values.yaml", "values.schema.json", "templates/evil.yaml", "files/evil.txt"] as const
).flatMap((path) => [
  chart(`of which ${path} is a link to an endless device`, (ground) => ground.link("/dev/zero", `chart/${path}`)),
  chart(`of which ${path} is a FIFO`, (ground) => {
    ground.write(`chart/${path}`, "");
    ground.fifo(`chart/${path}`);
  }),
]);

const loops: readonly Attack[] = [
  chart(
    "with links to itself",
    (ground) => {
      for (const name of ["a", "b"]) ground.link(".", `chart/${name}`);
    },
    { ends: [null, ...ended] },
  ),
  chart(
    "with links to itself in many folders",
    (ground) => {
      for (const name of "abcdefgh") ground.link("..", `chart/files/${name}/up`);
    },
    { ends: [null, ...ended] },
  ),
  chart("with a subchart that is itself", (ground) => ground.link("..", "chart/charts/self"), {
    ends: [null, ...ended],
  }),
  chart("with 25,000 files", (ground) => {
    for (let n = 0; n < 25_000; n++) ground.write(`chart/files/${n % 100}/f${n}.txt`, "x");
  }),
];

/** Schemas that name another; `$T` is where. */
const schemas: Readonly<Record<string, string>> = {
  $ref: '{"$ref": "$T"}',
  "$ref in a property": '{"properties": {"prometheus": {"$ref": "$T"}}}',
  "$ref in $defs": '{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "$T"}}}',
  "$ref relative to an $id": '{"$id": "$T", "$ref": "canary.json"}',
  "$ref relative to an old id":
    '{"$schema": "http://json-schema.org/draft-04/schema#", "id": "$T", "$ref": "canary.json"}',
  $dynamicRef: '{"$schema": "https://json-schema.org/draft/2020-12/schema", "$dynamicRef": "$T"}',
  $recursiveRef: '{"$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveRef": "$T"}',
  $schema: '{"$schema": "$T"}',
  "$ref under a doubled key": '{"$ref": "#", "$ref": "$T"}',
  "$ref in escapes": '{"\\u0024ref": "$T"}',
};

const schemaTargets: Readonly<Record<string, string>> = {
  file: "file://$OUTSIDE/canary.json",
  http: "$HERE/canary.json",
};

const schemaAttacks = Object.entries(schemas).flatMap(([what, text]) =>
  Object.entries(schemaTargets).map(([scheme, target]) =>
    chart(
      `whose schema names another by ${what} (${scheme})`,
      (ground) =>
        ground.write(
          "chart/values.schema.json",
          text.replaceAll("$T", () => target),
        ),
      { ends: [null, ...ended] },
    ),
  ),
);

const subchart = (text: string) => (ground: Ground) => {
  ground.write("chart/charts/sub/Chart.yaml", "apiVersion: v2\nname: sub\nversion: 1.0.0\n");
  ground.write("chart/charts/sub/values.schema.json", text);
};

const templates: readonly Attack[] = [
  chart("that asks DNS", (ground) => ground.write("chart/templates/x.yaml", show('getHostByName "localhost"')), {
    ends: null,
  }),
  chart("that asks for the environment", (ground) =>
    ground.write("chart/templates/x.yaml", show('env "GITHUB_TOKEN"')),
  ),
  chart(
    "that reads a file of outside",
    (ground) => ground.write("chart/templates/x.yaml", show('.Files.Get "../../outside/canary.txt"')),
    { ends: null },
  ),
  chart(
    "that reads the token",
    (ground) => ground.write("chart/templates/x.yaml", show('.Files.Get "../.git/config"')),
    { ends: null },
  ),
  chart("that renders for ever", (ground) =>
    ground.write("chart/templates/x.yaml", "{{ range until 2000000000 }}x{{ end }}"),
  ),
  chart("that grows a dictionary", (ground) =>
    ground.write(
      "chart/templates/x.yaml",
      '{{ $d := dict }}{{ range $i := until 100000000 }}{{ $_ := set $d (toString $i) (repeat 1000 "x") }}{{ end }}',
    ),
  ),
  chart("that repeats a text", (ground) => ground.write("chart/templates/x.yaml", show('repeat 2000000000 "x" | len'))),
  chart("that doubles a text", (ground) =>
    ground.write(
      "chart/templates/x.yaml",
      '{{ $t := "xxxxxxxxxxxxxxxx" }}{{ range until 40 }}{{ $t = printf "%s%s" $t $t }}{{ end }}{{ len $t }}',
    ),
  ),
  chart("that calls itself", (ground) =>
    ground.write(
      "chart/templates/x.yaml",
      '{{ define "x" }}{{ include "x" . }}{{ include "x" . }}{{ end }}{{ include "x" . }}',
    ),
  ),
  chart("that prints without end", (ground) =>
    ground.write("chart/templates/x.yaml", `{{ range until 1000000 }}# ${"x".repeat(1000)}\n{{ end }}`),
  ),
  chart("whose values are a merge bomb", (ground) => ground.append("chart/values.yaml", mergeChain(2000)), {
    ends: [null, ...ended],
  }),
  chart("whose Chart.yaml is an alias bomb", (ground) => ground.append("chart/Chart.yaml", aliasBomb), {
    ends: [null, ...ended],
  }),
  chart("with a dependency on outside", (ground) =>
    ground.append(
      "chart/Chart.yaml",
      "\ndependencies:\n  - {name: outside, version: 1.0.0, repository: 'file://../../outside/chart'}\n",
    ),
  ),
  chart("with a dependency by HTTP", (ground) =>
    ground.append("chart/Chart.yaml", "\ndependencies:\n  - {name: x, version: 1.0.0, repository: $HERE}\n"),
  ),
  chart(
    "that is a plugin as well",
    (ground) =>
      ground.write(
        "chart/plugin.yaml",
        'name: evil\nversion: 0.1.0\nhooks: {install: "../evil.sh"}\ncommand: ../evil.sh\n',
      ),
    { ends: null },
  ),
  chart(
    "whose name leads out",
    (ground) => ground.write("chart/Chart.yaml", "apiVersion: v2\nname: ../../../evil\nversion: 1.0.0\n"),
    { ends: [null, ...ended] },
  ),
  chart("whose subchart's schema names a file", subchart('{"$ref": "file://$OUTSIDE/canary.json"}')),
  chart("whose subchart's schema asks", subchart('{"$ref": "$HERE/x.json"}')),
];

const mergeChain = (length: number): string =>
  ["m0: &m0 {a: 1}", ...Array.from({ length }, (_, n) => `m${n + 1}: &m${n + 1}\n  <<: [*m${n}, *m${n}]\n  k${n}: 1`)]
    .join("\n")
    .concat("\n");

const aliasBomb = `\n${["x", ..."abcdefghi"]
  .map((name, index, names) =>
    index === 0
      ? ""
      : `${name}: &${name} [${Array(9)
          .fill(index === 1 ? "x" : `*${names[index - 1]}`)
          .join(",")}]\n`,
  )
  .join("")}`;

const archive = (name: string, bytes: (ground: Ground) => Uint8Array, more: Partial<Attack> = {}): Attack =>
  chart(`in an archive ${name}`, (ground) => ground.write("evil.tgz", bytes(ground)), {
    inputs: { chart: "evil.tgz" },
    ...more,
  });

const own = {
  "evil/Chart.yaml": "apiVersion: v2\nname: evil\nversion: 1.0.0\n",
  "evil/values.yaml": "a: b\n",
} as const;

const archives: readonly Attack[] = [
  archive("that leads out", () => tarball({ ...own, "../../outside/written.txt": "x" })),
  archive("with an absolute path", (ground) => tarball({ ...own, [`${ground.outside}/written.txt`]: "x" })),
  archive("with a link to outside", (ground) =>
    gzipSync(tarOf([...files(own), { path: "evil/templates/x.yaml", link: `${ground.outside}/canary.yaml` }])),
  ),
  archive("with a hard link to outside", (ground) =>
    gzipSync(
      tarOf([...files(own), { path: "evil/templates/x.yaml", link: `${ground.outside}/canary.yaml`, hard: true }]),
    ),
  ),
  archive("with a link and a file below it", (ground) =>
    gzipSync(
      tarOf([...files(own), { path: "evil/l", link: ground.outside }, { path: "evil/l/written.txt", text: "x" }]),
    ),
  ),
  archive("with a FIFO", () => gzipSync(tarOf([...files(own), { path: "evil/templates/x.yaml", fifo: true }]))),
  archive("that is no archive", () => Buffer.from("apiVersion: v2\nname: x\n")),
  archive("of ten gigabytes", () => endlessArchive("evil/templates/x.yaml", 7)),
  archive("of ten gigabytes in a subchart's archive", () =>
    tarball({ ...own, "evil/charts/sub-1.0.0.tgz": endlessArchive("sub/templates/x.yaml", 7) }),
  ),
  archive("of archives in archives", () => nested(40)),
  archive("with 30,000 files", () =>
    tarball({ ...own, ...Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`evil/f/${n}.txt`, "x"])) }),
  ),
  archive("whose schema names a file", (ground) =>
    tarball({ ...own, "evil/values.schema.json": ground.fill('{"$ref": "file://$OUTSIDE/canary.json"}') }),
  ),
  archive("whose nested schema asks", (ground) =>
    tarball({
      ...own,
      "evil/charts/sub.tgz": tarball({
        "sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
        "sub/values.schema.json": ground.fill('{"$ref": "$HERE/x.json"}'),
      }),
    }),
  ),
  chart("in an archive that is a FIFO", (ground) => ground.fifo("evil.tgz"), { inputs: { chart: "evil.tgz" } }),
  chart("in an archive that is a link to a device", (ground) => ground.link("/dev/zero", "evil.tgz"), {
    inputs: { chart: "evil.tgz" },
  }),
  chart("in an archive that is a link to outside", (ground) => ground.link("$OUTSIDE/canary.txt", "evil.tgz"), {
    inputs: { chart: "evil.tgz" },
  }),
];

const files = (all: Readonly<Record<string, string>>) => Object.entries(all).map(([path, text]) => ({ path, text }));

const nested = (depth: number): Uint8Array => {
  let inner: Uint8Array = tarball({ "x/Chart.yaml": "apiVersion: v2\nname: x\nversion: 1.0.0\n" });
  for (let n = 0; n < depth; n++)
    inner = tarball({
      "x/Chart.yaml": "apiVersion: v2\nname: x\nversion: 1.0.0\n",
      "x/charts/a.tgz": inner,
      "x/charts/b.tgz": inner.length < 200_000 ? inner : "",
    });
  return inner;
};

/** What a chart of the tree may not read, ask or take. */
export const charts: readonly Attack[] = [
  ...links,
  ...devices,
  ...loops,
  ...schemaAttacks,
  ...templates,
  ...archives,
  chart(
    "whose folder the script names by a link to .git",
    (ground) => {
      ground.link("../.git", "prometheus-stack/dot");
      ground.write(script, ground.read(script).replace("prometheus-community/kube-prometheus-stack", "../dot"));
    },
    { inputs: { chart: "" } },
  ),
];
