import { type Entry, emptyOverlay, type FuzzCase, tinyChart } from "./fuzz-case.ts";
import { OddYaml } from "./odd-yaml.ts";
import type { Random } from "./random.ts";

const upstream = "prometheus-stack/upstream";

const fineFiles = [
  "values.yaml",
  "./values.yaml",
  "my values.yaml",
  "more/values.yaml",
  "link.yaml",
  "\u00e4.yaml",
  "l.txt",
] as const;
const oddFiles = [
  "a,b.yaml",
  '"q".yaml',
  "v\nw.yaml",
  "x=y.yaml",
  "{a}.yaml",
  "d\\,e.yaml",
  "$x.yaml",
  "*.yaml",
  "~.yaml",
  "-f.yaml",
  "[0].yaml",
  "b\\=c",
  "#.yaml",
  "http:/x/v.yaml",
] as const;
const badFiles = [
  "$OUTSIDE/values.yaml",
  "../../../outside/values.yaml",
  "out.yaml",
  "../../.git/config",
  "dot/config",
  "fifo",
  "environ",
  "zero",
  "$HERE/v.yaml",
  "~/values.yaml",
  "-",
  "/dev/stdin",
  "$HOME/values.yaml",
] as const;

/** A random script over a tree with files of odd names. */
export const installCase = (random: Random): FuzzCase => {
  const [strange, malice] = [random.pick([0, 0.1, 0.3]), random.pick([0, 0, 0.1, 0.3])];
  const file = (): string =>
    random.pick(random.chance(malice) ? badFiles : random.chance(strange) ? oddFiles : fineFiles);
  const yaml = new OddYaml(random, random.pick([0, 0.1]), () => "word: x");
  const entries = new Map<string, Entry>([
    emptyOverlay,
    [`${upstream}/install.sh`, { file: script(random, strange, malice, file) }],
    ...Object.entries(tinyChart).map(([name, text]): [string, Entry] => [`chart/${name}`, { file: text }]),
    ...["values.yaml", "my values.yaml", "more/values.yaml", "\u00e4.yaml"].map((name): [string, Entry] => [
      `${upstream}/${name}`,
      { file: yaml.document({ a: "b", list: ["x", "y"], c: { d: 1 } }) },
    ]),
    ...oddFiles.map((name): [string, Entry] => [`${upstream}/${name}`, { file: "odd: name\n" }]),
    [`${upstream}/l.txt`, { file: "a: text" }],
    [`${upstream}/link.yaml`, { link: "values.yaml" }],
    ...["out.yaml", "v", "w.yaml", "a", "b.yaml", "d", "d\\", "e.yaml", "q"].map((name): [string, Entry] => [
      `${upstream}/${name}`,
      { link: "$OUTSIDE/values.yaml" },
    ]),
    [`${upstream}/b=$OUTSIDE/canary.txt`, { file: "decoy" }],
    [`${upstream}/{$OUTSIDE/canary.txt}`, { file: "decoy" }],
    [`${upstream}/dot`, { link: "../../.git" }],
    [`${upstream}/environ`, { link: "/proc/self/environ" }],
    [`${upstream}/zero`, { link: "/dev/zero" }],
    [`${upstream}/fifo`, { fifo: true }],
  ]);
  return { kind: "install script", entries, helm: random.pick(["helm", "helm3"]) };
};

const script = (random: Random, strange: number, malice: number, file: () => string): string => {
  const words = new Words(random, strange);
  const name = random.chance(malice)
    ? random.pick([
        "--post-renderer=./evil.sh",
        "--values=$OUTSIDE/values.yaml",
        "-f$OUTSIDE/values.yaml",
        "../x",
        "a b",
        "{{x}}",
        "A",
      ])
    : "prometheus-stack";
  const options = random
    .many(4, (): readonly string[] =>
      random.pick([
        () => [words.word("-f"), words.word(file())],
        () => [words.word(`--values=${file()}`)],
        () => [words.word("-f"), words.word(`${file()},${file()}`)],
        () => [words.word("--set-file"), words.word(`${key(random, strange)}=${file()}`)],
        () => [words.word("--set-file"), words.word(`k=${file()},j=${file()}`)],
        () => [
          words.word("--set"),
          words.word(`${key(random, strange)}=${random.pick(["v", "{a,b}", "a\\,b", file()])}`),
        ],
        () => [words.word("--set-string"), words.word("a=1")],
        () => [words.word("--set-json"), words.word('a={"b": 1}')],
        () => [words.word("-n"), words.word(random.chance(malice) ? "--kube-apiserver=$HERE" : "monitoring")],
        () => [words.word("--version"), words.word(random.chance(malice) ? "--repo=$HERE" : "1.0.0")],
        () => [
          random.pick([
            "--wait",
            "--create-namespace",
            "--timeout 5m",
            "--post-renderer ./evil.sh",
            "--dependency-update",
            "--atomic",
          ]),
        ],
      ])(),
    )
    .flat();
  const call = [
    "helm",
    "upgrade",
    "--install",
    ...options,
    ...(random.chance(0.2) ? ["--"] : []),
    words.word(name),
    words.word(random.chance(malice) ? random.pick(["$OUTSIDE/chart", "../../.git"]) : "../../chart"),
  ];
  const shuffled = random.chance(0.2) ? [...call.slice(0, 3), ...call.slice(-2), ...options] : call;
  return `#!/bin/bash\n${words.before()}${shuffled.join(random.chance(strange) ? " \\\n  " : " ")}\n${words.after()}`;
};

const key = (random: Random, strange: number): string =>
  random.chance(strange)
    ? random.pick(["a\\=b", "a\\.b", "k[0]", "k[0].x", "x\\\\", "a,b", '"a"', "a.b.c", "{a", "a\nb"])
    : random.pick(["word", "a.b", "k"]);

/** Words of a script in the ways in which a shell can be given them. */
class Words {
  readonly #random: Random;
  readonly #strange: number;
  #before = "";
  #count = 0;

  constructor(random: Random, strange: number) {
    this.#random = random;
    this.#strange = strange;
  }

  word(text: string): string {
    const random = this.#random;
    if (!random.chance(this.#strange))
      return /^[\w@%+=:,./$-]+$/.test(text) && !/\$(?!OUTSIDE|HERE|HOME)/.test(text)
        ? text
        : `'${text.replaceAll("'", "'\\''")}'`;
    return random.pick([
      () => `"${text.replaceAll('"', '\\"')}"`,
      () => `$'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`,
      () => this.#variable(text),
      () => `${text.slice(0, 2)}""${text.slice(2)}`,
      () => `${text.slice(0, 1)}\\\n${text.slice(1)}`,
      () => [...text].map((one) => (/\w/.test(one) ? one : `\\${one}`)).join(""),
      () => `{${text},${text}}`,
      () => `$(echo '${text}')`,
      () => `\${NOT_SET:-${text}}`,
      () => text,
    ])();
  }

  #variable(text: string): string {
    this.#count += 1;
    const name = `V${this.#count}`;
    this.#before += this.#random.pick([
      `${name}='${text}'\n`,
      `export ${name}="${text}"\n`,
      `read -r ${name} <<'E'\n${text}\nE\n`,
      `${name}=x; ${name}=${JSON.stringify(text)}\n`,
      `${name}+='${text}'\n`,
    ]);
    return this.#random.pick([`"$${name}"`, `$${name}`, `"\${${name}}"`, `\${${name}%x}`]);
  }

  before(): string {
    const extra = this.#random.chance(this.#strange)
      ? this.#random.pick([
          "set -euo pipefail\n",
          'cd "$(dirname "$0")"\n',
          "# x\u2028y\n",
          "alias helm='helm --debug'\n",
          "shopt -s extglob\n",
          "IFS=,\n",
          "cd ..\n",
          "helm() { ./evil.sh; }\n",
        ])
      : "";
    return extra + this.#before;
  }

  after(): string {
    return this.#random.chance(this.#strange)
      ? this.#random.pick(["helm list\n", "./evil.sh\n", "exit 0\n", "helm upgrade --install x ../../chart\n", "\0"])
      : "";
  }
}
