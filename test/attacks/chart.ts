import { type Attack, bothHelms } from "./attack.ts";
import { chart, ended } from "./chart-attack.ts";
import { type Ground, script } from "./ground.ts";

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
  chart("whose values are an alias bomb", (ground) => ground.append("chart/values.yaml", aliasBomb), {
    ends: [null, ...ended],
  }),
  chart(
    "that renders to an alias bomb",
    (ground) =>
      ground.write(
        "chart/templates/x.yaml",
        `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n${aliasBomb.trim()}\n`,
      ),
    { ends: [null, ...ended] },
  ),
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

/** What a chart of the tree may not read, ask or take. */
export const charts: readonly Attack[] = [
  ...links,
  ...devices,
  ...loops,
  // What helm itself reads of a chart and does with it.
  ...[...schemaAttacks, ...templates].map((one) => ({ ...one, helms: bothHelms })),
  chart(
    "whose folder the script names by a link to .git",
    (ground) => {
      ground.link("../.git", "prometheus-stack/dot");
      ground.write(script, ground.read(script).replace("prometheus-community/kube-prometheus-stack", "../dot"));
    },
    { inputs: { chart: "" } },
  ),
];
