// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the scripts are shell, and quoted as such
import { describe, expect, test } from "vitest";
import type { EntryKind } from "../../../src/outside/workspace.ts";
import { parseInstallScript } from "../../../src/stack/install/parse-install-script.ts";
import { resolveInstallScript } from "../../../src/stack/install/resolve-install-script.ts";
import type { InstallScript } from "../../../src/stack/stack.ts";

const file = "prometheus-stack/upstream/install.sh";

/** Reads a script in a repository that has these files and folders (a folder ends in `/`). */
const read = (text: string, entries: readonly string[] = []): Promise<InstallScript> =>
  resolveInstallScript(parseInstallScript(text, file, "prometheus-stack"), async (path): Promise<EntryKind> => {
    if (path.startsWith("..")) return "outside";
    if (entries.includes(`${path}/`)) return "directory";
    return entries.includes(path) ? "file" : "missing";
  });

const repo =
  "helm repo add prometheus-community https://prometheus-community.github.io/helm-charts\nhelm repo update\n";
const chart = "prometheus-community/kube-prometheus-stack";

const unclearLines = (script: InstallScript): readonly number[] => script.unclear.map(({ at }) => at.line);
const values = (script: InstallScript): readonly string[] => (script.helm?.valueFiles ?? []).map((one) => one.file);

describe("values that the script writes itself", () => {
  const install = `helm upgrade --install prom ./chart -f values.yaml`;
  const told = async (before: string, after = "") =>
    await read(`cd "$(dirname "$0")"\n${before}\n${install}\n${after}`, [
      "prometheus-stack/upstream/chart/",
      "prometheus-stack/upstream/values.yaml",
    ]).then(({ unclear }) => unclear.map(({ at, message, replacedBy }) => [at.line, message, replacedBy]));
  const why =
    "The script writes values.yaml before helm reads it: what is checked here are the values as they lie in the tree, and others are installed.";
  test.each([
    "sed -i 's/a/b/' values.yaml",
    "sed -E --in-place=.bak s/a/b/ ./values.yaml",
    "yq -i '.a = 1' values.yaml",
    "envsubst < values.tpl > values.yaml",
    "cat <<EOF >> values.yaml\na: 1\nEOF",
    "echo a: 1 | sudo tee -a values.yaml",
    "cp production.yaml values.yaml",
    "{ cat a; cat b; } > values.yaml",
    'if [ -n "$A" ]; then sed -i s/a/b/ values.yaml; fi',
    "F=values.yaml; perl -pi -e s/a/b/ $F",
    "curl -fsSo x https://x -o values.yaml",
  ])("%s", async (before) => {
    expect(await told(before)).toEqual([[2, why, ["value-files"]]]);
  });
  test.each([
    "sed s/a/b/ values.yaml > other.yaml",
    "cp values.yaml backup.yaml",
    "grep -i a values.yaml",
    "cat values.yaml",
    "yq .a values.yaml 2> errors",
  ])("not by %s", async (before) => {
    expect(await told(before)).toEqual([]);
  });
  test("whatever way leads to the file", async () => {
    const text = `HERE="$(cd "$(dirname "$0")" && pwd)"\nsed -i s/a/b/ "$HERE/values.yaml"\ncd "$HERE"\n${install}`;
    const { unclear } = await read(text, ["prometheus-stack/upstream/chart/", "prometheus-stack/upstream/values.yaml"]);
    expect(unclear.map(({ at, message }) => [at.line, message])).toEqual([[2, why]]);
  });
  test("afterwards it says nothing of what was installed", async () => {
    expect(await told("", "sed -i s/a/b/ values.yaml")).toEqual([]);
  });
});

test("the documented script, taken literally", async () => {
  const script = await read(`${repo}
helm install prometheus-stack prometheus-community/kube-prometheus-stack \\
    --namespace monitoring \\
    --create-namespace
`);
  expect(script).toEqual({
    file,
    helm: {
      at: { file, line: 4, column: 1, endLine: 4, endColumn: 13 },
      command: "install",
      releaseName: "prometheus-stack",
      chart,
      version: null,
      repository: "https://prometheus-community.github.io/helm-charts",
      namespace: "monitoring",
      createNamespace: true,
      valueFiles: [],
      sets: [],
      places: {
        releaseName: { file, line: 4, column: 14, endLine: 4, endColumn: 30 },
        chart: { file, line: 4, column: 31, endLine: 4, endColumn: 73 },
        repository: { file, line: 1, column: 36, endLine: 1, endColumn: 86 },
        namespace: { file, line: 5, column: 17, endLine: 5, endColumn: 27 },
      },
    },
    otherCharts: [],
    repositories: { "prometheus-community": "https://prometheus-community.github.io/helm-charts" },
    unclear: [],
  });
});

describe("forms of one and the same install", () => {
  const same = {
    command: "upgrade --install",
    releaseName: "prom",
    chart,
    version: "88.5.3",
    namespace: "monitoring",
    createNamespace: true,
  };
  const forms: Readonly<Record<string, string>> = {
    "long flags": `helm upgrade --install prom ${chart} --version 88.5.3 --namespace monitoring --create-namespace`,
    "flags with =": `helm upgrade --install=true prom ${chart} --version=88.5.3 --namespace=monitoring --create-namespace`,
    shorthands: `helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "shorthand with its value": `helm upgrade -i prom ${chart} --version 88.5.3 -nmonitoring --create-namespace`,
    "shorthand with =": `helm upgrade -i prom ${chart} --version 88.5.3 -n=monitoring --create-namespace`,
    "flags before positionals": `helm upgrade --version 88.5.3 -n monitoring --create-namespace --install prom ${chart}`,
    "global flags before the subcommand": `helm --debug -n monitoring --kube-context x upgrade -i prom ${chart} --version 88.5.3 --create-namespace`,
    "behind --": `helm upgrade -i -n monitoring --version 88.5.3 --create-namespace -- prom ${chart}`,
    "the last flag wins": `helm upgrade -i prom ${chart} --version 1.0.0 -n x --version 88.5.3 -n monitoring --create-namespace`,
    "helm 3 flags": `helm upgrade -i prom ${chart} --atomic --wait --timeout 10m --force --cleanup-on-fail --history-max 5 --version 88.5.3 -n monitoring --create-namespace`,
    "helm 4 flags": `helm upgrade -i --rollback-on-failure --wait=legacy --server-side true --force-conflicts --color never prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "quotes and continuations": `helm upgrade --install \\\n  "prom" '${chart}' \\\n  --version "88.5.3" \\\n  -n 'monitoring' \\\n  --create-namespace`,
    variables: `R=prom\nVERSION="88.5.3"\nexport NS=monitoring\nreadonly C='${chart}'\nhelm upgrade --install "$R" "\${C}" --version "\${VERSION}" -n $NS --create-namespace`,
    defaults: `R=\${RELEASE:-prom}\nhelm upgrade --install "$R" ${chart} --version "\${VERSION:-88.5.3}" -n \${NS-monitoring} --create-namespace`,
    "assigning defaults": `: "\${VERSION:=88.5.3}" "\${NS:=monitoring}"\nhelm upgrade -i prom ${chart} --version $VERSION -n $NS --create-namespace`,
    "a variable of a variable": `MAJOR=88\nVERSION=$MAJOR.5.3\nhelm upgrade -i prom ${chart} --version $VERSION -n monitoring --create-namespace`,
    "an argument with a default": `helm upgrade -i prom ${chart} --version "\${1:-88.5.3}" -n monitoring --create-namespace "$@"`,
    "an array": `ARGS=(--version 88.5.3 -n monitoring)\nARGS+=(--create-namespace)\nhelm upgrade -i prom ${chart} "\${ARGS[@]}"`,
    "unquoted, split": `ARGS="--version 88.5.3 -n monitoring"\nhelm upgrade -i prom ${chart} $ARGS --create-namespace`,
    "a function": `install() {\n  local ns="$1"\n  helm upgrade -i prom ${chart} --version 88.5.3 -n "$ns" --create-namespace\n}\ninstall monitoring`,
    "main with its arguments": `main() { helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace; }\nmain "$@"`,
    "a function that runs its arguments": `run() { echo "+ $*"; "$@"; }\nrun helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "strict mode and comments": `#!/usr/bin/env bash\nset -euo pipefail # strict\nIFS=$'\\n\\t'\n# helm install other ${chart}\nhelm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace # done`,
    "after a check for helm": `command -v helm >/dev/null || { echo "no helm"; exit 1; }\nhelm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "after &&": `helm repo update && helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace || exit 1`,
    "in a pipeline": `helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace 2>&1 | tee install.log`,
    "through wrappers": `exec sudo -E env A=b helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "by path": `HELM=/usr/local/bin/helm\n"$HELM" upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    HELM_NAMESPACE: `export HELM_NAMESPACE=monitoring\nhelm upgrade -i prom ${chart} --version 88.5.3 --create-namespace`,
    "HELM_NAMESPACE for one command": `HELM_NAMESPACE=monitoring helm upgrade -i prom ${chart} --version 88.5.3 --create-namespace`,
    "in braces with a redirect": `{ helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace; } >log`,
    "a dry run before": `helm upgrade -i prom ${chart} --dry-run\nhelm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "other charts beside it": `helm upgrade -i dcgm gpu-helm-charts/dcgm-exporter\nhelm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "code after exit": `helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace\nexit 0\nhelm upgrade -i other ${chart}`,
    "a repository added when missing": `if ! helm repo list | grep -q x; then helm repo add x https://x.example; fi\nhelm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "variables of a substitution and of a subshell are theirs": `V=88.5.3\nif [ -n "$(V=1; id)" ]; then (V=2; id); fi\nhelm upgrade -i prom ${chart} --version $V -n monitoring --create-namespace`,
    "as the condition of an if": `if ! helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace; then\n  echo failed; exit 1\nfi`,
    "until it succeeds": `until helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace; do\n  sleep 5\ndone`,
    "tried three times": `for try in 1 2 3; do\n  echo "attempt $try"\n  helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace && break\n  sleep 5\ndone`,
    "by a function that tries again": `retry() { for _ in 1 2 3; do "$@" && return 0; sleep 5; done; return 1; }\nretry helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "in both branches of an if": `if [ -n "$VERBOSE" ]; then\n  set -x\n  helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace --debug\nelse\n  helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace\nfi`,
    "in one branch, and the other ends": `if command -v helm; then\n  helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace\nelse\n  echo "no helm"\n  exit 1\nfi`,
    "in the branch of a case that runs without arguments": `case "\${1:-install}" in\n  install | up) helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace ;;\n  *) helm uninstall prom ;;\nesac`,
    "its output kept": `OUT=$(helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace 2>&1)\necho "$OUT"`,
    "with a time limit": `timeout --foreground -k 30s 10m helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
    "after options that are not given": `while [[ $# -gt 0 ]]; do\n  case "$1" in --debug) DEBUG=--debug ;; esac\n  shift\ndone\nfor arg in "$@"; do EXTRA=$arg; done\nhelm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace \${DEBUG:-} \${EXTRA:-}`,
    "options by getopts": `while getopts "n:" option; do NS=$OPTARG; done\nhelm upgrade -i prom ${chart} --version 88.5.3 -n "\${NS:-monitoring}" --create-namespace`,
    "with more where a variable is set that is not": `ARGS=(--version 88.5.3)\n[[ "\${DEBUG:-}" == 1 ]] && ARGS+=(--debug)\nif [ -n "\${VALUES:-}" ]; then ARGS+=(-f "$VALUES"); else ARGS+=(-n monitoring); fi\nhelm upgrade -i prom ${chart} "\${ARGS[@]}" --create-namespace`,
    "by main, unless another script sources it": `main() {\n  helm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace\n}\nif [[ "\${BASH_SOURCE[0]}" == "$0" ]]; then\n  main "$@"\nfi`,
    "talk about helm": `echo "Running helm upgrade --install"\ncat <<EOF\nhelm install x y\nEOF\nhelm upgrade -i prom ${chart} --version 88.5.3 -n monitoring --create-namespace`,
  };
  test.each(Object.entries(forms))("%s", async (_name, text) => {
    const script = await read(repo + text);
    expect(script.unclear).toEqual([]);
    expect(script.helm).toMatchObject(same);
    expect(script.helm?.repository).toBe("https://prometheus-community.github.io/helm-charts");
  });
});

describe("where the chart comes from", () => {
  test("--repo wins over repositories that were added", async () => {
    const { helm, unclear } = await read("helm install prom kube-prometheus-stack --repo https://charts.example");
    expect(helm).toMatchObject({ chart: "kube-prometheus-stack", repository: "https://charts.example" });
    expect(unclear).toEqual([]);
  });
  test("an OCI registry", async () => {
    const { helm, unclear } = await read(
      "helm install prom oci://ghcr.io/x/charts/kube-prometheus-stack --version 1.2.3",
    );
    expect(helm).toMatchObject({ chart: "oci://ghcr.io/x/charts/kube-prometheus-stack", repository: null });
    expect(unclear).toEqual([]);
  });
  test("a folder of the repository, relative to the script", async () => {
    const { helm, unclear } = await read("helm install prom ./chart", ["prometheus-stack/upstream/chart/"]);
    expect(helm).toMatchObject({ chart: "prometheus-stack/upstream/chart", repository: null });
    expect(unclear).toEqual([]);
  });
  test("a folder wins over a repository's name, as in helm", async () => {
    const { helm } = await read(`${repo}helm install prom ${chart}`, [`prometheus-stack/${chart}/`]);
    expect(helm).toMatchObject({ chart: `prometheus-stack/${chart}`, repository: null });
  });
  test("a prefix that nothing adds is unclear, and chart-repository replaces it", async () => {
    const script = await read(`helm install prom ${chart}`);
    expect(script.unclear).toMatchObject([
      {
        at: { line: 1, column: 19 },
        replacedBy: ["chart-repository"],
        message: expect.stringContaining("No helm repo add"),
      },
    ]);
  });
  test("one name with two addresses is unclear", async () => {
    const script = await read(
      `helm repo add p https://a\nhelm repo add --force-update p https://b\nhelm install prom p/kube-prometheus-stack`,
    );
    expect(script.helm?.repository).toBeNull();
    expect(unclearLines(script)).toEqual([1]);
  });
  test("a chart path that does not exist", async () => {
    const script = await read("helm install prom ./nowhere");
    expect(script.helm?.chart).toBeNull();
    expect(script.unclear).toMatchObject([
      { replacedBy: ["chart"], message: expect.stringContaining("does not exist") },
    ]);
  });
});

describe("value files", () => {
  const line = `${repo}helm install prom ${chart}`;
  test.each([
    [
      "in the script's folder",
      "-f values.yaml",
      ["prometheus-stack/upstream/values.yaml"],
      ["prometheus-stack/upstream/values.yaml"],
    ],
    [
      "in the stack's folder",
      "--values values.yaml",
      ["prometheus-stack/values.yaml"],
      ["prometheus-stack/values.yaml"],
    ],
    ["in the repository root", "--values=values.yaml", ["values.yaml"], ["values.yaml"]],
    ["above the script", "-f ../values.yaml", ["prometheus-stack/values.yaml"], ["prometheus-stack/values.yaml"]],
    ["two, in their order", "-f b.yaml -fa.yaml", ["a.yaml", "b.yaml"], ["b.yaml", "a.yaml"]],
    ["two behind one flag", "-f b.yaml,a.yaml", ["a.yaml", "b.yaml"], ["b.yaml", "a.yaml"]],
    ["$GITHUB_WORKSPACE", '-f "$GITHUB_WORKSPACE/a.yaml"', ["a.yaml"], ["a.yaml"]],
    [
      "$(dirname $0)",
      '-f "$(dirname "$0")/v.yaml"',
      ["prometheus-stack/upstream/v.yaml", "v.yaml"],
      ["prometheus-stack/upstream/v.yaml"],
    ],
    [
      "the root by git",
      '-f "$(git rev-parse --show-toplevel)/v.yaml"',
      ["prometheus-stack/upstream/v.yaml", "v.yaml"],
      ["v.yaml"],
    ],
    [
      "${0%/*}",
      '-f "${0%/*}/v.yaml"',
      ["prometheus-stack/upstream/v.yaml", "v.yaml"],
      ["prometheus-stack/upstream/v.yaml"],
    ],
  ])("%s", async (_name, flags, files, expected) => {
    const script = await read(`${line} ${flags}`, files);
    expect(script.unclear).toEqual([]);
    expect(values(script)).toEqual(expected);
  });

  const both = ["prometheus-stack/upstream/v.yaml", "prometheus-stack/v.yaml", "v.yaml"];
  test.each([
    ['cd "$(dirname "$0")"', "v.yaml", "prometheus-stack/upstream/v.yaml"],
    ['cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1', "v.yaml", "prometheus-stack/v.yaml"],
    ['cd "$(git rev-parse --show-toplevel)"', "v.yaml", "v.yaml"],
    ['pushd "$(dirname "$0")" >/dev/null', "./v.yaml", "prometheus-stack/upstream/v.yaml"],
    [
      'DIR="$(cd "$(dirname "${BASH_SOURCE[0]}")" >/dev/null 2>&1 && pwd)"',
      '"$DIR/v.yaml"',
      "prometheus-stack/upstream/v.yaml",
    ],
    ['DIR=$(cd -P -- "$(dirname -- "$0")" && pwd -P)', '"${DIR}"/../v.yaml', "prometheus-stack/v.yaml"],
    ['DIR=$(dirname "$(readlink -f "$0")")', '"$DIR/v.yaml"', "prometheus-stack/upstream/v.yaml"],
    ['DIR=$(dirname "$(realpath "$0")")\nROOT=$(dirname "$DIR")', '"$ROOT/v.yaml"', "prometheus-stack/v.yaml"],
    ['(cd /tmp)\ncd "$(dirname "$0")"', "v.yaml", "prometheus-stack/upstream/v.yaml"],
  ])("after %s", async (before, path, expected) => {
    const script = await read(`${before}\n${line} -f ${path}`, both);
    expect(script.unclear).toEqual([]);
    expect(values(script)).toEqual([expected]);
  });

  test.each([
    [
      "several places",
      "-f v.yaml",
      "can mean prometheus-stack/upstream/v.yaml or prometheus-stack/v.yaml or v.yaml",
      ["value-files"],
    ],
    ["nowhere", "-f none.yaml", "none.yaml does not exist", ["value-files"]],
    ["standard input", "-f - <<EOF\na: 1\nEOF", "standard input", ["value-files"]],
    ["a process", "-f <(sops -d v.yaml)", "known only to the running shell", ["value-files"]],
    ["a URL", "-f https://x.example/v.yaml", "refused", []],
    [
      "a URL that hides credentials",
      "-f https://me:hunter2@x.example/v.yaml",
      "https://x.example/v.yaml is refused",
      [],
    ],
    ["a plugin's scheme", "-f secrets://v.yaml", "refused", []],
    ["git by a plugin", "--values git+https://x/y", "refused", []],
    ["an absolute path", "-f /etc/passwd", "refused", []],
    ["the home folder", "-f ~/v.yaml", "refused", []],
    ["outside the repository", "-f ../../../v.yaml", "refused", []],
    ["--set-file with a URL", "--set-file a=https://x/y", "refused", []],
    ["--set-file outside", "--set-file a=v.yaml,b=/etc/passwd", "/etc/passwd is refused", []],
  ])("%s", async (_name, flags, message, replacedBy) => {
    const script = await read(`${line} ${flags}`, both);
    expect(script.unclear.filter((one) => one.message.includes(message))).toMatchObject([
      { at: { line: 3 }, replacedBy },
    ]);
    expect(JSON.stringify(script)).not.toContain("hunter2");
  });

  test("after cd to a place nobody knows, a path is unclear", async () => {
    const script = await read(`cd "$1"\n${line} -f v.yaml`, both);
    expect(script.unclear).toMatchObject([
      { message: expect.stringContaining("relative to is not known"), at: { line: 4 } },
    ]);
  });
});

test("--set arguments keep their order, flags and places; files are named from the root", async () => {
  const script = await read(
    `${repo}helm install prom ${chart} --set a=1,b=2 --set-string 'c=x y' \\\n --set-json='d=[1]' --set foo[0].bar=z --set-literal e=f --set-file g=rules.yaml`,
    ["prometheus-stack/upstream/rules.yaml"],
  );
  expect(script.unclear).toEqual([]);
  expect(script.helm?.sets.map(({ at, ...set }) => [...Object.values(set), at.line])).toEqual([
    ["--set", "a=1,b=2", 3],
    ["--set-string", "c=x y", 3],
    ["--set-json", "d=[1]", 4],
    ["--set", "foo[0].bar=z", 4],
    ["--set-literal", "e=f", 4],
    ["--set-file", "g", "prometheus-stack/upstream/rules.yaml", 4],
  ]);
});

describe("a password from the environment is good practice, and its variable stands for it", () => {
  const install = `${repo}helm upgrade --install prom ${chart}`;
  test.each([
    ["--set grafana.adminPassword=$GRAFANA_PASSWORD", "grafana.adminPassword=$GRAFANA_PASSWORD"],
    ['--set "grafana.adminPassword=${P:?needed}"', "grafana.adminPassword=$P"],
    ['--set-string=a=1,grafana.adminPassword="$P"', "a=1,grafana.adminPassword=$P"],
  ])("%s", async (flags, value) => {
    const { helm, unclear } = await read(`${install} ${flags}`);
    expect(unclear).toEqual([]);
    expect(helm?.sets).toMatchObject([{ value, environment: expect.any(String) }]);
  });

  test.each([
    "--set grafana.adminPassword=$P,a=1",
    "--set grafana.adminPassword=$1",
    '--set grafana.adminPassword="$(cat password)"',
    "--set grafana.admin.existingSecret=$S",
    "--set-json grafana.adminPassword=$P",
    "--set replicas=$N",
  ])("%s stays unclear", async (flags) => {
    const { helm, unclear } = await read(`${install} ${flags}`);
    expect(unclear).toHaveLength(1);
    expect(helm?.sets).toEqual([]);
  });
});

test("what other charts are given is told as far as it is known, and nothing of it is objected to", async () => {
  const { otherCharts, unclear } = await read(
    `${repo}helm install gpu nvidia/gpu-operator -f a.yaml -f gone.yaml -f "$X" --set a.b=1 --set-string c=$Y --set-file d=a.yaml\nhelm install prom ${chart} -n monitoring\n`,
    ["prometheus-stack/upstream/a.yaml"],
  );
  expect(otherCharts).toMatchObject([
    { chart: "nvidia/gpu-operator", valueFiles: ["prometheus-stack/upstream/a.yaml"], sets: ["a.b=1"] },
  ]);
  expect(unclear).toEqual([]);
});

test("of several calls those that install the stack may agree", async () => {
  const others = "helm upgrade --install gpu nvidia/gpu-operator\nhelm upgrade --install loki grafana/loki\n";
  const both = (first: string, second: string) =>
    read(
      `${repo}${others}if fresh; then helm install prom ${chart} ${first}; fi\nhelm upgrade prom ${chart} ${second}\n`,
    );
  const agreed = await both("-n monitoring -f a.yaml", "--namespace monitoring --values a.yaml");
  expect(agreed.unclear.filter(({ message }) => message.includes("times"))).toEqual([]);
  expect(agreed.otherCharts.map(({ chart }) => chart)).toEqual(["nvidia/gpu-operator", "grafana/loki"]);
  expect(agreed.helm).toMatchObject({ releaseName: "prom", chart, namespace: "monitoring", command: "upgrade" });
  const apart = await both("-n monitoring", "-n other");
  expect(apart.unclear.map(({ message }) => message)).toContainEqual(expect.stringContaining("called 4 times"));
});

describe("what is not understood is said, with its line, and not guessed", () => {
  const install = `helm upgrade --install prom ${chart}`;
  const all = ["chart", "release-name", "namespace"];
  test.each<[string, string, number, string, readonly string[], object | null]>([
    [
      "a command substitution",
      `${install} --version "$(curl x)"`,
      3,
      "command substitution",
      ["chart-version"],
      { version: null },
    ],
    ["one behind =", `${install} --version=$(curl x)`, 3, "command substitution", ["chart-version"], { version: null }],
    [
      "one in backticks",
      `V=\`curl x\`\n${install} --version $V`,
      4,
      "command substitution",
      ["chart-version"],
      { version: null },
    ],
    [
      "a variable from outside",
      `${install} -n $CI_FOO`,
      3,
      "CI_FOO is not set in the script",
      ["namespace"],
      { namespace: null },
    ],
    [
      "an argument of the script",
      `helm upgrade -i "$1" ${chart}`,
      3,
      "argument 1 of the script",
      ["release-name"],
      { releaseName: null },
    ],
    ["a mandatory variable", `${install} -n "\${NS:?set it}"`, 3, "NS is not set", ["namespace"], { namespace: null }],
    [
      "string surgery",
      `V=v1.2.3\n${install} --version "\${V#v}"`,
      4,
      "more than is read here",
      ["chart-version"],
      { version: null },
    ],
    ["arithmetic", `${install} --version 1.$((1+1)).0`, 3, "running shell", ["chart-version"], { version: null }],
    [
      "a value chosen by an if",
      `V=1.0.0\nif x; then V=2.0.0; fi\n${install} --version $V`,
      5,
      "V is set inside an if",
      ["chart-version"],
      { version: null },
    ],
    [
      "a value chosen by a test",
      `V=1.0.0\n[ -n "$X" ] && V=2.0.0\n${install} --version $V`,
      5,
      "depends on a test",
      ["chart-version"],
      { version: null },
    ],
    [
      "a value that is read",
      `read -r NS\n${install} -n "$NS"`,
      4,
      "read while the script runs",
      ["namespace"],
      { namespace: null },
    ],
    ["brace expansion", `${install} --set a={x,y}`, 3, "running shell", [], { sets: [] }],
    ["an unknown --set", `${install} --set a=$REPLICAS`, 3, "REPLICAS is not set", [], { sets: [] }],
    ["more arguments from outside", `${install} $EXTRA`, 3, "EXTRA is not set", [], { chart }],
    ["half a flag", `helm upgrade --install --$X prom ${chart} --post-renderer ./x`, 3, "which flag this is", [], {}],
    [
      "a flag that may have its value in it",
      `${install} --version$X 1.0.0`,
      3,
      "which flag this is",
      [],
      { version: null },
    ],
    ["a shorthand that may have its value in it", `${install} -n$X monitoring`, 3, "which flag this is", [], {}],
    ["an unknown flag", `${install} --tiller-namespace x`, 3, "no flag of helm", [], { chart }],
    ["inside an if", `if x; then\n  ${install}\nfi`, 4, "inside an if", all, { chart }],
    ["inside a loop", `for n in a b; do ${install} -n $n; done`, 3, "inside a loop", all, { namespace: null }],
    ["inside a case", `case $1 in a) ${install};; esac`, 3, "inside a case", all, { chart }],
    ["in one branch of two", `if x; then\n  ${install}\nelse\n  echo no\nfi`, 4, "inside an if", all, { chart }],
    [
      "two installs in two branches",
      `if x; then ${install} -n a; else ${install} -n b; fi`,
      3,
      "called 2 times",
      all,
      null,
    ],
    [
      "in a branch of a case that may run",
      `case "\${1:-b}" in [ab]) ${install} ;; esac`,
      3,
      "inside a case",
      all,
      { chart },
    ],
    ["behind a break", `for x in a; do y && break; ${install}; done`, 3, "inside a loop", all, { chart }],
    ["after ||", `helm status prom || ${install}`, 3, "right side of ||", all, { chart }],
    ["after a question", `helm status prom && ${install}`, 3, "depends on a test", all, { chart }],
    ["in a function called by an if", `f() {\n ${install}\n}\nif x; then f; fi`, 4, "inside an if", all, { chart }],
    ["eval", `eval "$X"\n${install}`, 3, "eval", all, { chart }],
    ["another script", `source ./env.sh\n${install}`, 3, "another script", all, { chart }],
    ["helmfile", "helmfile sync", 3, "helmfile", all, null],
    ["helm in a string", `bash -c "helm upgrade --install prom ${chart}"`, 3, "way that is not understood", all, null],
    ["helm in a heredoc", `ssh host <<EOF\n${install}\nEOF`, 3, "way that is not understood", all, null],
    ["a container's helm", "docker run alpine/helm upgrade --install x y", 3, "way that is not understood", all, null],
    ["an unknown program", `$H upgrade --install prom ${chart}`, 3, "H is not set", all, null],
    ["only a template", `helm template prom ${chart} | kubectl apply -f -`, 3, "only helm template", all, null],
    ["a plugin that installs", `helm secrets upgrade -i prom ${chart}`, 3, "only `helm secrets`, a plugin", all, null],
    [
      "windows line endings",
      `x\r\n${install} \\\r\n  -n monitoring\r\n`,
      1,
      "Windows line endings",
      all,
      { namespace: "monitoring" },
    ],
    ["nothing", "kubectl apply -f x", 1, "No helm install", all, null],
    ["two installs of the stack", `${install} -n a\n${install} -n b`, 3, "called 2 times", all, null],
    ["two installs, none the stack", "helm install a x/y\nhelm install b x/z", 3, "called 2 times", all, null],
    [
      "a made-up name",
      `helm install ${chart} --generate-name`,
      3,
      "new release name each time",
      ["release-name"],
      { chart },
    ],
    ["a name too few", `helm install ${chart}`, 3, "expects a release and a chart", [], null],
    ["a post-renderer", `${install} --post-renderer ./patch.sh`, 3, "refused", [], { chart }],
    [
      "a namespace chosen outside",
      `kubectl config set-context --current --namespace=x\n${install}`,
      4,
      "chosen outside helm",
      ["namespace"],
      { namespace: null },
    ],
    ["a syntax error", `if true; then\n${install}\n`, 5, "shell cannot read", all, null],
  ])("%s", async (_name, text, line, message, replacedBy, helm) => {
    const script = await read(repo + text);
    expect(script.unclear.filter((one) => one.message.includes(message))[0]).toMatchObject({
      at: { file, line },
      replacedBy,
    });
    if (helm === null) expect(script.helm?.chart ?? null).toBeNull();
    else expect(script.helm).toMatchObject(helm);
  });
});

test("hostile scripts end", async () => {
  const recursion = await read(`f() { f; f; }\nf\nhelm install a x/kube-prometheus-stack --repo https://x`);
  expect(recursion.unclear.length).toBeGreaterThan(0);
  const nested = await read(`${"(".repeat(20_000)}helm install a b${")".repeat(20_000)}`);
  expect(nested.helm === null || nested.unclear.length > 0).toBe(true);
  const list = await read(`A=(a b c d e f g h)\n${'A=("${A[@]}" "${A[@]}")\n'.repeat(40)}helm install a b`);
  expect(list.unclear.length).toBeGreaterThan(0);
  const growing = await read(`A=xxxxxxxxxx\n${"A=$A$A\n".repeat(60)}helm install a b -n $A`);
  expect(growing.unclear.length).toBeGreaterThan(0);
});
