import { type Attack, bothHelms } from "./attack.ts";
import { type Ground, values } from "./ground.ts";

const upstream = "prometheus-stack/upstream";

/** A template of the tree's own chart that shows all values: what helm has read is then told. */
const showValues = (ground: Ground): void =>
  ground.write(
    "chart/templates/values.yaml",
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: values\ndata:\n  values: {{ toJson .Values | quote }}\n",
  );

const call = (rest: string) =>
  `helm upgrade --install prometheus-stack ../../chart -n monitoring -f values.yaml ${rest}`;

const given = (
  name: string,
  rest: string,
  lay?: (ground: Ground) => void,
  ends: Attack["ends"] = ["findings", "invalid-input"],
): Attack => ({
  name,
  lay: (ground) => {
    showValues(ground);
    lay?.(ground);
    ground.install(call(rest));
  },
  helms: bothHelms,
  ends,
});

/** Writes files of the tree under the names that one of two readers takes the text for. */
const decoy =
  (...names: readonly string[]) =>
  (ground: Ground) => {
    for (const name of names) ground.write(`${upstream}/${ground.fill(name)}`, "a: b\n");
  };

const setFiles: readonly Attack[] = [
  given("--set-file with an absolute path", "--set-file word=$OUTSIDE/canary.txt"),
  given("--set-file with ../", "--set-file word=../../../outside/canary.txt"),
  given(
    "--set-file with an escaped equals sign",
    "--set-file 'a\\=b=$OUTSIDE/canary.txt'",
    decoy("b=$OUTSIDE/canary.txt"),
  ),
  given(
    "--set-file with an escaped backslash",
    "--set-file 'x=d\\\\,j=$OUTSIDE/canary.txt'",
    decoy("d\\\\,j=$OUTSIDE/canary.txt", "d\\"),
  ),
  given(
    "--set-file with an escaped backslash in the key",
    "--set-file 'x\\\\=$OUTSIDE/canary.txt'",
    decoy("$OUTSIDE/canary.txt"),
  ),
  given(
    "--set-file with an escaped comma and a decoy",
    "--set-file 'k=d\\,j=$OUTSIDE/canary.txt'",
    decoy("d\\,j=$OUTSIDE/canary.txt", "d,j=$OUTSIDE/canary.txt", "d"),
  ),
  given("--set-file with a list of files", "--set-file 'k={$OUTSIDE/canary.txt}'", decoy("{$OUTSIDE/canary.txt}")),
  given("--set-file with a list of a decoy", "--set-file 'k={values.yaml,$OUTSIDE/canary.txt}'"),
  given("--set-file with an index", "--set-file 'k[0]=$OUTSIDE/canary.txt'"),
  given("--set-file with an index that holds a sign", "--set-file 'k[a=values.yaml]=$OUTSIDE/canary.txt'"),
  given("--set-file with a quoted path", "--set-file 'k=\"$OUTSIDE/canary.txt\"'", decoy('"$OUTSIDE/canary.txt"')),
  given("--set-file with a newline", "--set-file $'k=values.yaml\\n,j=$OUTSIDE/canary.txt'"),
  given("--set-file with two pairs", "--set-file 'k=values.yaml,j=$OUTSIDE/canary.txt'"),
  // The tree's own file of that odd name is read, which is right.
  given("--set-file with a space in front", "--set-file 'k= $OUTSIDE/canary.txt'", decoy(" $OUTSIDE/canary.txt"), [
    null,
    "findings",
  ]),
  given("--set-file by HTTP", "--set-file k=$HERE/x"),
  given("--set-file by a plugin's scheme", "--set-file k=evil://x"),
  given("--set-file of the checkout's token", "--set-file k=../../.git/config"),
  given("--set-file of the token by another letter case", "--set-file k=../../.GIT/config"),
  given("--set-file of the token by a link", "--set-file k=token", (ground) =>
    ground.link("../../.git/config", `${upstream}/token`),
  ),
  given("--set-file of the token by a linked folder", "--set-file k=dot/config", (ground) =>
    ground.link("../../.git", `${upstream}/dot`),
  ),
  given("--set-file of the step's environment", "--set-file k=environ", (ground) =>
    ground.link("/proc/self/environ", `${upstream}/environ`),
  ),
  given("--set-file of HOME", "--set-file k=~/.netrc"),
  given("--set-file of another mount", "--set-file k=mounted", (ground) =>
    ground.link("$MOUNT/canary.txt", `${upstream}/mounted`),
  ),
  given("--set-file of a FIFO", "--set-file k=pipe", (ground) => ground.fifo(`${upstream}/pipe`)),
  given("--set-file of a device", "--set-file k=zero", (ground) => ground.link("/dev/zero", `${upstream}/zero`)),
  given("--set-file of standard input", "--set-file k=-"),
  given("--set-file with a glob", "--set-file k=$OUTSIDE/canary.*"),
];

const files: readonly Attack[] = [
  given("-f with an absolute path", "-f $OUTSIDE/values.yaml"),
  given("-f with two paths in one word", "-f 'values.yaml,$OUTSIDE/values.yaml'", decoy("values.yaml,x")),
  given("-f with a file of that whole name", "-f 'v.yaml,../w.yaml'", (ground) => {
    decoy("v.yaml,../w.yaml")(ground);
    ground.link("$OUTSIDE/values.yaml", `${upstream}/v.yaml`);
  }),
  given("-f with quotes", `-f '"$OUTSIDE/values.yaml"'`),
  given("-f with quotes of CSV in a name", `-f '"v.yaml"'`, (ground) => {
    decoy('"v.yaml"')(ground);
    ground.link("$OUTSIDE/values.yaml", `${upstream}/v.yaml`);
  }),
  given("-f with a newline", "-f $'v\\nw.yaml'", (ground) => {
    decoy("v\nw.yaml")(ground);
    for (const name of ["v", "w.yaml"]) ground.link("$OUTSIDE/values.yaml", `${upstream}/${name}`);
  }),
  given("-f by HTTP", "-f $HERE/values.yaml"),
  given("-f by HTTP with a file of that name", "-f http:/x/values.yaml", (ground) =>
    ground.write(`${upstream}/http:/x/values.yaml`, "a: b\n"),
  ),
  given("-f of the checkout's token", "-f ../../.git/config"),
  given("-f of a link to outside", "-f v.yaml", (ground) => ground.link("$OUTSIDE/values.yaml", `${upstream}/v.yaml`)),
  given("-f of a link to the token", "-f v.yaml", (ground) => ground.link("../../.git/config", `${upstream}/v.yaml`)),
  given("-f of a FIFO", "-f pipe", (ground) => ground.fifo(`${upstream}/pipe`)),
  given("-f of a device", "-f zero", (ground) => ground.link("/dev/zero", `${upstream}/zero`)),
  given("-f of standard input", "-f -"),
  given("-f of HOME", "-f ~/values.yaml"),
  given("-f with a variable of the runner", '-f "$HOME/values.yaml"'),
  {
    name: "values.yaml is a link to another mount",
    lay: (ground) => {
      showValues(ground);
      ground.link("$MOUNT/values.yaml", values);
    },
    helms: bothHelms,
    ends: ["findings", "invalid-input"],
  },
  {
    name: "values that look into the cluster",
    lay: (ground) => {
      ground.append(values, 'word: "{{ lookup \\"v1\\" \\"Secret\\" \\"\\" \\"\\" }}"\n');
      ground.write(
        "chart/templates/lookup.yaml",
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: looked-up\ndata:\n  all: {{ lookup "v1" "Secret" "" "" | toJson | quote }}\n',
      );
    },
    helms: bothHelms,
    env: { KUBECONFIG: "$HOME/.kube/config" },
    ends: [null, "cluster-unreachable", "invalid-input"],
  },
];

/** What the values of a release may not read. */
export const valueAttacks: readonly Attack[] = [...setFiles, ...files];
