import { type Attack, bothHelms, eitherHelm } from "./attack.ts";

/** The script's own chart, so that nothing but the script says what helm is given. */
const own = { chart: "" } as const;

/** Words that helm would take for options, and what each would do. */
const options: Readonly<Record<string, string>> = {
  "a post-renderer of the tree": "--post-renderer=./evil.sh",
  "a post-renderer by its absolute path": "--post-renderer=$WORKSPACE/evil.sh",
  "values from outside": "--values=$OUTSIDE/values.yaml",
  "values from outside, in the short form": "-f$OUTSIDE/values.yaml",
  "a file of outside as a value": "--set-file=word=$OUTSIDE/canary.txt",
  "the checkout's token as a value": "--set-file=word=$WORKSPACE/.git/config",
  "the step's environment as a value": "--set-file=word=/proc/self/environ",
  "values by HTTP": "--values=$HERE/values.yaml",
  "an output folder outside": "--output-dir=$OUTSIDE",
  "an API server of the tree's choice": "--kube-apiserver=$HERE",
  "the user's kubeconfig": "--kubeconfig=$HOME/.kube/config",
  "the user's registry logins": "--registry-config=$HOME/.docker/config.json",
  "another repository": "--repo=$HERE",
  "a certificate from outside": "--ca-file=$OUTSIDE/canary.txt",
  "a name template": '--name-template={{ env "GITHUB_TOKEN" }}',
};

const asRelease = Object.entries(options).map(
  ([what, word]): Attack => ({
    name: `the release is called ${what}`,
    lay: (ground) => ground.install(`helm upgrade --install -n monitoring -- '${word}' ../../chart`),
    inputs: own,
    helms: bothHelms,
    ends: "invalid-input",
  }),
);

const place = (name: string, line: string): Attack => ({
  name: `an option as ${name}`,
  lay: (ground) => ground.install(line),
  inputs: own,
  helms: eitherHelm(name),
  ends: ["findings", "invalid-input"],
});

const evil = "--post-renderer=./evil.sh";

const places: readonly Attack[] = [
  place("the namespace", `helm upgrade --install -n '${evil}' prometheus-stack ../../chart`),
  place("the namespace, behind =", `helm upgrade --install --namespace='${evil}' prometheus-stack ../../chart`),
  place("the version", `helm upgrade --install --version '${evil}' prometheus-stack ../../chart`),
  place("the chart", `helm upgrade --install prometheus-stack -- '${evil}'`),
  place("the chart, with a folder of that name", `helm upgrade --install prometheus-stack -- '-f..'`),
  place("the repository of --repo", `helm upgrade --install --repo '${evil}' prometheus-stack kube-prometheus-stack`),
  place("a value file", `helm upgrade --install prometheus-stack ../../chart -f '${evil}'`),
  place("a --set", `helm upgrade --install prometheus-stack ../../chart --set '${evil}'`),
  place("a variable", `R=${evil}\nhelm upgrade --install -n monitoring -- "$R" ../../chart`),
  place("two words in one variable", `R="prometheus-stack ${evil}"\nhelm upgrade --install $R ../../chart`),
  place("words of a default", `helm upgrade --install -- "\${R:-${evil}}" ../../chart`),
  place("an ANSI-C text", `helm upgrade --install -- $'\\x2d-post-renderer=./evil.sh' ../../chart`),
  place("a here-document", `read -r R <<'X'\n${evil}\nX\nhelm upgrade --install -- "$R" ../../chart`),
  place("a brace expansion", "helm upgrade --install {--post-renderer=./evil.sh,prometheus-stack} ../../chart"),
  place("a function's argument", `go() { helm upgrade --install -- "$1" ../../chart; }\ngo ${evil}`),
  place("an alias", `alias helm='helm ${evil}'\nhelm upgrade --install prometheus-stack ../../chart`),
];

const names: readonly Attack[] = [
  ...(
    ["../../outside", "a b", "$(./evil.sh)", "`./evil.sh`", "a\\nb", "a,b", "{{.Values}}", "x".repeat(300)] as const
  ).map(
    (name): Attack => ({
      name: `the release is called ${JSON.stringify(name.slice(0, 20))}`,
      lay: (ground) => ground.install(`helm upgrade --install -- "${name}" ../../chart`),
      inputs: own,
      helms: eitherHelm(name),
      ends: ["findings", "invalid-input"],
    }),
  ),
  {
    name: "the post-renderer that the script itself asks for",
    lay: (ground) => ground.install("helm upgrade --install prometheus-stack ../../chart --post-renderer ./evil.sh"),
    inputs: own,
    helms: bothHelms,
    ends: ["findings", "invalid-input"],
  },
  {
    name: "helm of the tree, by its path",
    lay: (ground) => ground.install("../../node_modules/.bin/helm upgrade --install prometheus-stack ../../chart"),
    inputs: own,
    ends: ["findings", "invalid-input", null],
  },
  {
    name: "commands around helm's",
    lay: (ground) =>
      ground.install(
        "./evil.sh; PATH=../../node_modules/.bin:$PATH\neval ./evil.sh\nsource ./evil.sh\nhelm upgrade --install prometheus-stack ../../chart",
      ),
    inputs: own,
    ends: ["findings", "invalid-input"],
  },
  {
    name: "the chart lies outside",
    lay: (ground) => ground.install("helm upgrade --install prometheus-stack ../../../outside/chart"),
    inputs: own,
    ends: "invalid-input",
  },
  {
    name: "the chart is a link to outside",
    lay: (ground) => {
      ground.link("$OUTSIDE/chart", "evil-chart");
      ground.install("helm upgrade --install prometheus-stack ../../evil-chart");
    },
    inputs: own,
    ends: ["invalid-input", "render-failed"],
  },
  {
    name: "install.sh is a link to outside",
    lay: (ground) => ground.link("$OUTSIDE/canary.txt", "prometheus-stack/upstream/install.sh"),
    ends: "invalid-input",
  },
  {
    name: "install.sh is the step's environment",
    lay: (ground) => ground.link("/proc/self/environ", "prometheus-stack/upstream/install.sh"),
    ends: "invalid-input",
  },
  {
    name: "install.sh is a FIFO",
    lay: (ground) => ground.fifo("prometheus-stack/upstream/install.sh"),
    ends: "invalid-input",
  },
];

const deployed: readonly Attack[] = [
  ["a release name that is an option", "helm upgrade --install -n monitoring -- --post-renderer=./evil.sh ../../chart"],
  [
    "a file of outside as a value",
    "helm upgrade --install prometheus-stack ../../chart --set-file 'a\\=b=$OUTSIDE/canary.txt'",
  ],
  ["values from outside", "helm upgrade --install prometheus-stack ../../chart -f $OUTSIDE/values.yaml"],
  ["a namespace that is an option", "helm upgrade --install prometheus-stack ../../chart -n --kube-apiserver=$HERE"],
].map(
  ([name, line = ""]): Attack => ({
    name: `deploying ${name}`,
    lay: (ground) => ground.install(line),
    inputs: own,
    helms: bothHelms,
    mode: "deploy",
    ends: ["findings", "invalid-input"],
  }),
);

/** What install.sh may not make helm or anybody else do. */
export const installScript: readonly Attack[] = [...asRelease, ...places, ...names, ...deployed];
