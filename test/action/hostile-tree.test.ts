import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stageNames } from "../../src/core/stage.ts";
import { part } from "../run/part.ts";
import { type Bad, type Disk, expectBad, expectWhole, runBad } from "./spoiled-stack.ts";

const p = "prometheus-stack";
const alerting = `${p}/overlays/alerting`;
const list = `${alerting}/kustomization.yaml`;
const script = `${p}/upstream/install.sh`;
const timeout = 120_000;

const configMap = (name: string, more = ""): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`;

const include = (disk: Disk, file: string): void =>
  disk.replace(list, "resources:\n", `resources:\n  - ${JSON.stringify(file)}\n`);

/** Writes a file of the overlay and lists it under its resources, on line 5. */
const add = (disk: Disk, file: string, content: string | Uint8Array): void => {
  disk.write(`${alerting}/${file}`, content);
  include(disk, file);
};

/** Puts a link in the place of a file of the workspace. */
const linkTo = (disk: Disk, target: string, file: string): void =>
  symlinkSync(join(disk.outside, target), join(disk.workspace, file));

const fifo = (disk: Disk, file: string): void => {
  execFileSync("mkfifo", [join(disk.workspace, file)]);
};

const everyFile = (disk: Disk, change: (text: string) => string): void => {
  for (const entry of readdirSync(join(disk.workspace, p), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name !== "install.sh") writeFileSync(path, change(readFileSync(path, "utf8")));
  }
};

const bomb = ["x", ..."abcdefghi"]
  .map((name, index, names) =>
    index === 0
      ? ""
      : `${name}: &${name} [${Array(9)
          .fill(index === 1 ? "x" : `*${names[index - 1]}`)
          .join(",")}]\n`,
  )
  .join("");

const rule = (n: number): string =>
  `        - alert: Gpu${n}\n          expr: DCGM_FI_DEV_GPU_TEMP > ${n / 50}\n          for: 5m\n          labels: {severity: warning}\n          annotations: {summary: a, description: b, runbook_url: c}\n`;
const manyRules = (rules: number): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: many\nspec:\n  groups:\n    - name: many\n      rules:\n${Array.from({ length: rules }, (_, n) => rule(n)).join("")}`;

const escapes: readonly Bad[] = [
  {
    name: "a link among the resources",
    spoil: (d) => {
      linkTo(d, "canary.yaml", `${alerting}/link.yaml`);
      include(d, "link.yaml");
    },
    reason: "invalid-input",
    says: [/alerting\/kustomization\.yaml:8: resources names link\.yaml, which leads out of the repository/],
  },
  {
    name: "a link that nothing names",
    spoil: (d) => linkTo(d, "canary.yaml", `${alerting}/link.yaml`),
    reason: "findings",
    says: [/alerting\/link\.yaml:1:1: error: .*leads out of the repository/],
  },
  {
    name: "an overlay that is a link",
    spoil: (d) => linkTo(d, ".", `${p}/overlays/evil`),
    reason: "findings",
    says: [/overlays\/evil:1:1: error: .*leads out of the repository/],
  },
  {
    name: "../ in resources, an absolute path in a generator, both told",
    spoil: (d) => {
      include(d, "../../../../outside");
      d.append(list, "configMapGenerator:\n  - name: x\n    files: [a=$OUTSIDE/canary.txt]\n");
    },
    reason: "invalid-input",
    says: [
      /resources names \.\.\/\.\.\/\.\.\/\.\.\/outside, which/,
      /configMapGenerator\.files names \S+canary\.txt, which leads out/,
    ],
  },
  {
    name: "a secret generator's env file, a builtin transformer's patch",
    spoil: (d) => {
      d.append(list, "secretGenerator:\n  - name: x\n    envs: [../../../../outside/canary.txt]\n");
      d.append(
        list,
        "transformers:\n  - |-\n    apiVersion: builtin\n    kind: PatchTransformer\n    metadata: {name: x}\n    path: ../../../../outside/canary.yaml\n",
      );
    },
    reason: "invalid-input",
    says: [/secretGenerator\.envs names/, /transformers\.path names/],
  },
  {
    name: "--set-file",
    spoil: (d) =>
      d.replace(script, "-f values.yaml", "-f values.yaml --set-file grafana.adminPassword=$OUTSIDE/canary.txt"),
    reason: "findings",
    says: [/install\.sh:12:\d+: error: \S+canary\.txt is refused/],
  },
  {
    name: "install.sh that is a link",
    spoil: (d) => {
      d.remove(script);
      linkTo(d, "canary.txt", script);
    },
    reason: "invalid-input",
    says: [/upstream\/install\.sh leads out of the repository/],
  },
  {
    name: "values that are a link",
    spoil: (d) => {
      d.remove(`${p}/upstream/values.yaml`);
      linkTo(d, "canary.yaml", `${p}/upstream/values.yaml`);
    },
    reason: "findings",
    says: [/install\.sh:12:\d+: error: values\.yaml is refused: it leads out/],
  },
  {
    name: "a chart's template that is a link",
    spoil: (d) => linkTo(d, "canary.yaml", "chart/templates/evil.yaml"),
    reason: "render-failed",
    says: [/templates\/evil\.yaml is a symbolic link/],
  },
  {
    name: "a remote base, an exec plugin and a chart, with a password",
    spoil: (d) => {
      d.write(
        `${alerting}/gen.yaml`,
        "apiVersion: x/v1\nkind: X\nmetadata:\n  name: x\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {path: ./evil.sh}\n",
      );
      d.append(
        list,
        "components: ['https://bob:p4ssw0rd@github.com/a/b//c?ref=v1']\ngenerators: [gen.yaml]\nhelmCharts: [{name: x}]\n",
      );
    },
    reason: "invalid-input",
    says: [
      /components names https:\/\/github\.com\/a\/b/,
      /generators names gen\.yaml/,
      /set the input allow to: exec-plugins, helm-charts, remote-bases/,
    ],
    hides: ["p4ssw0rd"],
  },
];

const secrets: readonly Bad[] = [
  {
    name: "values, generated values and a misspelt field",
    spoil: (d) => {
      add(
        d,
        "s.yaml",
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n  annotations: {last: s3cr3t-0}\nstringData: {a: s3cr3t-1}\ndata: {b: czNjcjN0LTI=, c: s3cr3t-3!}\nDatas: s3cr3t-4\n",
      );
      d.append(list, "secretGenerator: [{name: g, literals: [k=s3cr3t-5]}]\n");
    },
    reason: "findings",
    says: [/s\.yaml:\d+:\d+: error: Secret monitoring\/s: /],
    hides: ["s3cr3t-", "czNjcjN0LT"],
  },
  {
    name: "values of the wrong type",
    spoil: (d) =>
      add(
        d,
        "s.yaml",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: s3cr3t-1\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: t}\nstringData: {a: 48151623}\n",
      ),
    reason: "findings",
    says: [/s\.yaml:4:13: error: .*must be an object/, /s\.yaml:9:17: error: .*must be a string/],
    hides: ["s3cr3t-", "48151623"],
  },
];

const giants: readonly Bad[] = [
  {
    name: "50 MB",
    spoil: (d) => add(d, "big.yaml", new Uint8Array(50 * 1024 * 1024).fill(0x61)),
    reason: "invalid-input",
    says: [/kustomization\.yaml:8: \S+big\.yaml has 50 MiB/, /Split the file/],
  },
  {
    name: "300,000 lines",
    spoil: (d) =>
      add(
        d,
        "big.yaml",
        configMap("big", `data:\n${Array.from({ length: 300_001 }, (_, n) => `  k${n}: a\n`).join("")}`),
      ),
    reason: "invalid-input",
    says: [/big\.yaml: The file has more than 150000 lines/],
  },
  {
    name: "aliases that multiply",
    spoil: (d) => add(d, "bomb.yaml", bomb),
    reason: "invalid-input",
    says: [/bomb\.yaml: Aliases expand to more than 100000 values/],
  },
  {
    name: "aliases that multiply in values",
    spoil: (d) => d.append(`${p}/upstream/values.yaml`, bomb),
    reason: "render-failed",
    says: [/values\.yaml:\d+:\d+: error: Aliases expand/],
  },
  {
    name: "100,000 levels of YAML",
    spoil: (d) => add(d, "deep.yaml", `a: ${"[".repeat(100_000)}`),
    reason: "invalid-input",
    says: [/alerting\/kustomization\.yaml:8: \S+deep\.yaml: The document is nested too deeply/],
  },
  {
    name: "100,000 levels of JSON",
    spoil: (d) => add(d, "deep.json", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`),
    reason: "invalid-input",
    says: [/alerting\/kustomization\.yaml:8: \S+deep\.json: The document is nested too deeply/],
  },
  {
    name: "5,000 files that nothing names",
    spoil: (d) => {
      for (let n = 0; n < 5000; n++) d.write(`${alerting}/many/f${n}.yaml`, configMap(`f${n}`));
    },
    reason: null,
    says: [/^::warning title=and 4991 more warnings in /m],
  },
  {
    name: "2,500 rules",
    spoil: (d) => add(d, "rules.yaml", manyRules(2500)),
    reason: null,
    says: [/^PASSED check: nothing found$/m],
  },
  {
    name: "a line of 900,000 characters",
    spoil: (d) => add(d, "long.yaml", configMap("long", `data:\n  a: "${"x".repeat(900_000)}"\n`)),
    reason: null,
    says: [],
  },
];

const odd: readonly Bad[] = [
  {
    name: "two objects of one name",
    spoil: (d) =>
      ["a.yaml", "b.yaml"].forEach((file) => {
        add(d, file, configMap("same"));
      }),
    reason: "render-failed",
    says: [/kustomization\.yaml:\d:5: error: .*already registered id.*same/],
  },
  {
    name: "a circle",
    spoil: (d) => {
      d.write(`${p}/overlays/c1/kustomization.yaml`, "resources: [../c2]\n");
      d.write(`${p}/overlays/c2/kustomization.yaml`, "resources: [../c1]\n");
    },
    reason: "render-failed",
    says: [/c1\/kustomization\.yaml:1:13: error: .*cycle/],
  },
  {
    name: "no UTF-8",
    spoil: (d) => add(d, "latin.yaml", new Uint8Array([0x61, 0x3a, 0x20, 0xe9, 0xff, 0x0a])),
    reason: "render-failed",
    says: [/latin\.yaml:1:1: error: .*not text in UTF-8/],
  },
  {
    name: "byte-order marks everywhere",
    spoil: (d) => everyFile(d, (text) => `\ufeff${text}`),
    // YAML and the shell take it; the JSON of a dashboard does not, and Grafana would not either.
    reason: "findings",
    says: [/gpu-overview\.json:1:1: error: .*byte-order mark/, /^FAILED check: 1 error, 1 warning$/m],
  },
  {
    name: "Windows line endings everywhere",
    spoil: (d) => everyFile(d, (text) => text.replaceAll("\n", "\r\n")),
    reason: null,
    says: [/^PASSED check: nothing found$/m],
  },
  {
    name: "Windows line endings in install.sh",
    spoil: (d) => d.write(script, readFileSync(join(d.workspace, script), "utf8").replaceAll("\n", "\r\n")),
    reason: "findings",
    says: [/install\.sh:1:1: error: The script has Windows line endings/],
  },
  {
    name: "empty files",
    spoil: (d) => {
      add(d, "empty.yaml", "");
      d.write(`${p}/overlays/e/kustomization.yaml`, "");
    },
    reason: "render-failed",
    says: [/overlays\/e\/kustomization\.yaml:1:1: error: .*is empty/],
  },
  {
    name: "a kustomization that is a folder",
    spoil: (d) => {
      d.remove(list);
      mkdirSync(join(d.workspace, list));
    },
    reason: "findings",
    says: [/overlays\/alerting holds manifests but no kustomization\.yaml/],
  },
  { name: "a FIFO that nothing names", spoil: (d) => fifo(d, `${alerting}/pipe.yaml`), reason: null, says: [] },
  {
    name: "a FIFO among the resources",
    spoil: (d) => {
      fifo(d, `${alerting}/pipe.yaml`);
      include(d, "pipe.yaml");
    },
    reason: "invalid-input",
    says: [/kustomization\.yaml:8: resources names pipe\.yaml, which is neither a file nor a folder/],
  },
  {
    name: "a FIFO in the chart",
    spoil: (d) => fifo(d, "chart/templates/pipe.yaml"),
    reason: "render-failed",
    says: [/pipe\.yaml/],
  },
  {
    name: "spaces, umlauts and a dash in front",
    spoil: (d) => {
      mkdirSync(join(d.workspace, "ä b/-x"), { recursive: true });
      renameSync(join(d.workspace, p), join(d.workspace, "ä b/-x/stack"));
    },
    inputs: { path: "ä b/-x/stack" },
    reason: null,
    says: [/^PASSED check: nothing found$/m],
  },
  {
    name: "a path that looks like a flag",
    spoil: (d) => renameSync(join(d.workspace, p), join(d.workspace, "--help")),
    inputs: { path: "--help" },
    reason: null,
    says: [/^PASSED check: nothing found$/m],
  },
];

const rows = (table: readonly Bad[]) => part(table, 2).map((bad) => [bad.name, bad] as const);

describe.concurrent("what leads out of the repository", () => {
  test.each(rows(escapes))("%s", { timeout }, (_name, bad) => expectBad(bad));
});
describe.concurrent("Secrets", () => {
  test.each(rows(secrets))("%s", { timeout }, (_name, bad) => expectBad(bad));
});
describe.concurrent("giants", () => {
  test.each(rows(giants))("%s", { timeout }, (_name, bad) => expectBad(bad));
});
describe.concurrent("odd trees", () => {
  test.each(rows(odd))("%s", { timeout }, (_name, bad) => expectBad(bad));
});

test("names and messages are neither commands to the runner nor Markdown", { timeout }, () =>
  runBad(
    {
      spoil: (d) => {
        d.write(`${alerting}/a\n::set-output name=conclusion::success\n<img src=x>|@org.yaml`, "a: [\n");
        d.write(`${alerting}/::add-mask::x.yaml`, "a: [\n");
        add(
          d,
          "n.yaml",
          `${configMap('"x\\n::stop-commands::y\\n##[set-env name=X]y <img src=x>| a |@org"')}extra: 1\n`,
        );
      },
    },
    (run) => {
      expectWhole(run, "findings");
      // What the runner would obey: all but what stands between a stop and its token.
      const obeyed = run.output.replace(/^::stop-commands::(\S+)\n[\s\S]*?^::\1::\n/gm, "");
      // A line that is a command of the new form is not searched for one of the old form.
      const commands = [...obeyed.matchAll(/^\s*::([a-z-]+).*$|(##\[)/gm)].map(([, name, old]) => name ?? old);
      expect(new Set(commands)).toEqual(new Set(["error", "group", "endgroup"]));
      for (const [, title] of obeyed.matchAll(/^::group::(.*)$/gm)) expect(stageNames).toContain(title);
      expect(run.summary).not.toMatch(/<img|@org/);
      const table = run.summary.split("### Stages")[0] ?? "";
      // Every row has as many cells as its table's head.
      const tables = [...table.matchAll(/^(?:\|.*\n)+/gm)].map(([rows]) => rows.trimEnd().split("\n"));
      expect(tables.flat().length).toBeGreaterThan(3);
      const widths = tables.map((rows) => new Set(rows.map((line) => line.split("|").length)).size);
      expect(widths.filter((n) => n !== 1)).toEqual([]);
    },
  ),
);
