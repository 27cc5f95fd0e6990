// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the scripts are shell, and quoted as such
import { describe, expect, test } from "vitest";
import {
  type Form,
  oneLine,
  plainPath,
  releaseName,
  remoteChart,
  setText,
  versionRange,
} from "../../../src/core/forms.ts";
import type { EntryKind } from "../../../src/outside/workspace.ts";
import { parseInstallScript } from "../../../src/stack/install/parse-install-script.ts";
import { resolveInstallScript } from "../../../src/stack/install/resolve-install-script.ts";
import type { InstallScript } from "../../../src/stack/stack.ts";

/** Every path that stays in the repository is a file: what is refused is refused for its form. */
const read = (text: string): Promise<InstallScript> =>
  resolveInstallScript(
    parseInstallScript(text, "s/upstream/install.sh", "s"),
    async (path): Promise<EntryKind> =>
      path.startsWith("..") ? "outside" : /^s\/upstream\/(?!p\/)/.test(path) ? "file" : "missing",
  );

const repo = "helm repo add p https://charts.example\n";
const install = `${repo}helm upgrade -i stack p/kube-prometheus-stack`;

describe("what is no release, chart, namespace, version or address never leaves the script", () => {
  test.each<[string, string, keyof NonNullable<InstallScript["helm"]>, string]>([
    [
      "an option as the release",
      `${repo}helm upgrade -i -n m -- --post-renderer=./evil.sh p/kube-prometheus-stack`,
      "releaseName",
      "release-name",
    ],
    [
      "helm 4's option as the release",
      `${repo}helm upgrade -i -n m -- --set-file=k=/etc/passwd p/kube-prometheus-stack`,
      "releaseName",
      "release-name",
    ],
    [
      "a release of 54 characters",
      `${repo}helm upgrade -i ${"a".repeat(54)} p/kube-prometheus-stack`,
      "releaseName",
      "release-name",
    ],
    [
      "a release with a line break",
      `${repo}helm upgrade -i $'a\\nb' p/kube-prometheus-stack`,
      "releaseName",
      "release-name",
    ],
    ["an option as the namespace", `${install} -n --kubeconfig=x`, "namespace", "namespace"],
    ["a namespace with a comma", `${install} -n a,b`, "namespace", "namespace"],
    ["an option as the version", `${install} --version --untardir=/`, "version", "chart-version"],
    ["a version that is none", `${install} --version 'latest; x'`, "version", "chart-version"],
    [
      "an option as the chart",
      `${repo}helm upgrade -i -- stack --output-dir=/abs/kube-prometheus-stack`,
      "chart",
      "chart",
    ],
    ["a chart with a comma", `${repo}helm upgrade -i stack p/kube-prometheus-stack,x`, "chart", "chart"],
    ["a chart of another scheme", "helm upgrade -i stack file:///etc/kube-prometheus-stack", "chart", "chart"],
    ["an OCI chart with spaces", "helm upgrade -i stack 'oci://h/a b/kube-prometheus-stack'", "chart", "chart"],
    [
      "a repository in a file",
      "helm upgrade -i stack kube-prometheus-stack --repo file:///etc",
      "repository",
      "chart-repository",
    ],
    [
      "a repository with a space",
      "helm upgrade -i stack kube-prometheus-stack --repo 'https://a b'",
      "repository",
      "chart-repository",
    ],
    [
      "a plugin's scheme",
      "helm repo add p s3://bucket\nhelm upgrade -i stack p/kube-prometheus-stack",
      "repository",
      "chart-repository",
    ],
  ])("%s", async (_name, text, field, input) => {
    const { helm, unclear } = await read(text);
    expect(helm?.[field] ?? null).toBeNull();
    expect(unclear.filter(({ replacedBy }) => replacedBy.includes(input))).toHaveLength(1);
  });

  test("a password in an address is not quoted", async () => {
    const { unclear } = await read(
      "helm repo add p 'https://u:hunter2 x@a/'\nhelm upgrade -i a p/kube-prometheus-stack",
    );
    expect(JSON.stringify(unclear)).toContain("http://, https:// or oci://");
    expect(JSON.stringify(unclear)).not.toContain("hunter2");
  });
});

describe("files that helm would find where we do not", () => {
  test.each([
    ["an escaped =", "--set-file 'a\\=b=/etc/passwd'"],
    ["an escaped backslash", "--set-file 'x\\\\,j=/etc/passwd'"],
    ["two =", "--set-file a=b=c"],
    ["no =", "--set-file a"],
    ["quotes", "--set-file 'a=\"b\"'"],
    ["a list", "--set-file 'a={b,c}'"],
    ["a list of one", "--set-file 'a={b}'"],
    ["an escaped comma", "--set-file 'a=b\\,c'"],
    ["a line break", "--set-file $'a=b\\nc'"],
    ["an empty path", "--set-file a="],
    ["an empty key", "--set-file =b"],
    ["a large index", "--set-file a[65535]=b"],
    ["a wild card", "--set-file 'a=*'"],
    ["a file that is called like an option", "--set-file a=-"],
    ["a line break in a value file", "-f $'v\\nw.yaml'"],
    ["quotes in a value file", `-f '"v.yaml","/etc/passwd"'`],
    ["one quote", `-f 'v.yaml,"'`],
    ["a wild card as a value file", "-f 'v*.yaml'"],
    ["an escape character", "-f $'v\\e[2J.yaml'"],
    ["white space at the end", "-f 'v.yaml '"],
    ["a large list", "--set 'a[65536]=1'"],
    ["a large list with zeros", "--set 'a[+0065536].b=1'"],
    ["more than an argument holds", `--set a=${"é".repeat(40_000)}`],
  ])("%s", async (_name, flags) => {
    const { helm, unclear } = await read(`${install} ${flags}`);
    expect(unclear.length).toBeGreaterThan(0);
    expect([
      ...(helm?.valueFiles ?? []).filter(({ file }) => !file.endsWith("/v.yaml")),
      ...(helm?.sets ?? []),
    ]).toEqual([]);
  });

  test("what bash cuts at a NUL is cut", async () => {
    const { helm, unclear } = await read(`${install} --set $'a=1\\x00b' --set-string $'c=2\\u0000,d=3'`);
    expect(unclear).toEqual([]);
    expect(helm?.sets).toMatchObject([{ value: "a=1" }, { value: "c=2" }]);
  });

  test("several plain pairs are as many files", async () => {
    const { helm, unclear } = await read(`${install} --set-file a.b[0].c-d=x.json,e=sub/y.txt`);
    expect(unclear).toEqual([]);
    expect(helm?.sets).toMatchObject([
      { flag: "--set-file", key: "a.b[0].c-d", file: "s/upstream/x.json" },
      { flag: "--set-file", key: "e", file: "s/upstream/sub/y.txt" },
    ]);
  });
});

test.each<[Form, readonly string[], readonly string[]]>([
  [releaseName, ["a", "kube-prometheus-stack", "a.b-c"], ["", "-a", "a.", "a..b", "A", "a_b", "a\n", "--x", "é"]],
  [
    versionRange,
    ["1.2.3", "v1.2.3", "^88.5.3", ">=1.2, <2", "1.x || 2", "~> 1.2", "!=1.2.3", "=> 1.0.0", "88.*", "1.2.3-rc.1+b"],
    ["--x", "x;y", "1.2.3\n", "$(a)", "1".repeat(300)],
  ],
  [
    remoteChart,
    [
      "a/b",
      "b",
      "oci://ghcr.io/x/y",
      "oci://h:5000/x:1.2.3",
      `oci://h/x@sha256:${"a".repeat(64)}`,
      "oci://u:p@h/x",
      "oci://[::1]:5000/x",
    ],
    [
      "-a",
      "a/b/c",
      "oci://h",
      "oci://h/-x",
      "oci://h/../x",
      "http://h/x",
      "a\n",
      "oci://h/x?y",
      "oci://h/x#y",
      "a/-b",
      "/a/b",
      "../a",
    ],
  ],
  [setText, ["a=1", "a[0].b=x", "a={1,2}", "a=[2024]", "a=\n"], ["a\0b", "a[1000]=1", "a[9999][0]=1"]],
  [plainPath, ["a/b c.yaml", "é.yaml", "@a", "a,b", "--x/a"], ["a\n", " a", "a*", "a\u2028b", "a[0]"]],
  [oneLine, ["arn:aws:eks:eu:1:cluster/x", "a b", "https://x"], ["-x", "a\nb", "a\0", "\u001b[2J"]],
])("forms", ({ fits }, good, bad) => {
  expect(good.filter((text) => !fits(text))).toEqual([]);
  expect(bad.filter(fits)).toEqual([]);
});

test.each([
  ["a local variable ends with its function", "NS=a\nf() { local NS=b; }\nf", "a"],
  ["an assignment before a function is the function's alone", "NS=a\nf() { :; }\nNS=b f", "a"],
  ["a list is its first item", "NS=(a b)", "a"],
  ["a function redefined where it may not run", "f() { NS=a; }\nif x; then f() { NS=b; }; fi\nNS=a\nf", null],
  ["IFS splits", "IFS=,\nNS='a,b'", null],
  ["arithmetic assigns", "NS=1\n: $((NS=2))", null],
  ["an index assigns", "NS=1\nL[NS=2]=x", null],
  ["a second name", "declare -n R=NS\nNS=a\nR=b", null],
  ["a quoted declaration", 'NS=a\nexport "NS=b"', "b"],
  ["a variable whose name is computed", 'NS=a\nX=N\nexport "${X}S=$Y"', null],
  ["upper case", "declare -u NS=a", null],
  ["a program that a function stands for", "dirname() { echo a; }\nNS=$(dirname b/c)", null],
  ["output that goes elsewhere", "NS=$(echo a >/dev/null)", null],
  ["a file descriptor", "NS=a\nexec {NS}>/dev/null", null],
  ["quotes hold inside a default", 'set -- ${X:-"a b"}\nNS=$1', null],
  ["a text in the place of an array's first item", 'L=([1]=c d)\nL=a\nset -- "${L[@]}" b\nNS=$2', null],
  ["an item and its default", 'NS="${BASH_SOURCE[0]:-$0}"\nNS=$(basename "${NS%/*}")', "upstream"],
  ["cd by another word", "command cd sub\nNS=a", null],
])("the shell reader: %s", async (_name, before, namespace) => {
  const script = await read(`${repo}${before}\nhelm upgrade -i stack p/kube-prometheus-stack -n $NS`);
  if (namespace === null) expect(script.unclear.length).toBeGreaterThan(0);
  else expect(script).toMatchObject({ unclear: [], helm: { namespace } });
});

test("an install that only trap runs, or that follows return, is seen", async () => {
  const trapped = await read("trap 'helm upgrade -i a x/kube-prometheus-stack' EXIT");
  expect(JSON.stringify(trapped.unclear)).toContain("`trap` runs helm");
  const { helm } = await read(`return\n${install}`);
  expect(helm?.releaseName).toBe("stack");
});

describe("a script is followed in time that grows with its length", () => {
  const n = 4000;
  test.each<[string, (n: number) => string]>([
    ["comments", (n) => "# a comment\n".repeat(n)],
    ["commands", (n) => "echo hello\n".repeat(n)],
    ["variables and substitutions", (n) => Array.from({ length: n }, (_, i) => `A${i}=$(echo a)\n`).join("")],
    ["subshells", (n) => "A=b; (x)\n".repeat(n)],
    [
      "a long function that may run again and again",
      (n) => `f() {\n${"x\n".repeat(n)}}\n${"if x; then f; fi\n".repeat(n)}`,
    ],
    ["a list that grows", (n) => "A+=(x)\n".repeat(n)],
    ["heredocs", (n) => "cat <<E\nabc\nE\n".repeat(n)],
    ["a heredoc that speaks of helm", (n) => `ssh h <<E\n${"helm ".repeat(n * 5)}\nE\n`],
    ["an argument that speaks of helm", (n) => `ssh h '${"helm ".repeat(n * 2)}'\n`],
    ["a chart with colons", (n) => `helm install a b\nhelm install a kube-prometheus-stack-1${":".repeat(n * 10)}/x\n`],
    ["many value files", (n) => `helm install a b -f ${"v,".repeat(n * 5)}\n`],
    ["many pairs", (n) => `helm install a b --set-file ${"a=b,".repeat(n * 5)}\n`],
    ["flags", (n) => `helm install a b ${"--set a=1 ".repeat(n)}\n`],
    ["unknown flags", (n) => `helm install a b ${"--xx ".repeat(n)}\n`],
    ["a long word that is used often", (n) => `A=${"x".repeat(n)}\n${"echo $A\n".repeat(n)}`],
  ])("%s", async (_name, make) => {
    const started = performance.now();
    await read(make(n));
    await read(make(2 * n));
    // Some hundredths of a second where nothing else runs; what is quadratic takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
