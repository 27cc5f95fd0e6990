import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { secretHider } from "../../src/secrets/hide-secrets.ts";
import type { SetText, Stack } from "../../src/stack/stack.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { emptyStack, manifestsOf, renderOf } from "../checks/subject.ts";
import { cpuTime } from "../cpu-time.ts";

const at = { file: "install.sh", line: 1, column: 1 };

const stackOf = (files: readonly string[], values: readonly string[] = []): Stack => ({
  ...emptyStack,
  files: files.map((text, index) => parseYaml(text, `stack/overlays/${index}.yaml`)),
  valueFiles: values.map((text, index) => parseYaml(text, `stack/values${index}.yaml`, "helm")),
});

const withSets = (...sets: readonly (readonly [SetText["flag"], string])[]): Stack => ({
  ...emptyStack,
  release: { ...emptyStack.release, sets: sets.map(([flag, value]) => ({ flag, value, at })) },
});

const withScript = (text: string): Stack => ({
  ...emptyStack,
  install: { file: "install.sh", text, helm: null, otherCharts: [], repositories: {}, unclear: [] },
});

const secret = "hunter2hunter2";
const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** Where a tree may hold the secret. */
const places: readonly (readonly [string, Stack])[] = [
  ["a literal of a generator", stackOf([`secretGenerator: [{name: a, literals: [db=${secret}]}]`])],
  ["a literal without a sign", stackOf([`SecretGenerator:\n- name: a\n  literals: [${secret}]\n`])],
  ["a generator's own object", stackOf([`kind: SecretGenerator\nmetadata: {name: a}\nliterals: ["db=${secret}"]`])],
  [
    "a generator in a kustomization",
    stackOf([`generators:\n- |\n  kind: SecretGenerator\n  literals: [db=${secret}]\n`]),
  ],
  ["a Secret", stackOf([`kind: Secret\nstringData: {db: ${secret}}`])],
  ["a Secret, encoded", stackOf([`kind: Secret\ndata: {db: ${base64(secret)}}`])],
  ["a Secret in a list", stackOf([`kind: List\nitems: [{kind: Secret, stringData: {db: ${secret}}}]`])],
  [
    "a Secret among the chart's extra objects",
    stackOf([], [`extraManifests: [{kind: Secret, stringData: {x: ${secret}}}]`]),
  ],
  ["a patch of a Secret", stackOf([`patches: [{patch: "kind: Secret\\nstringData: {db: ${secret}}"}]`])],
  ["operations on a Secret", stackOf([`patches: [{patch: "[{op: add, path: /stringData/db, value: ${secret}}]"}]`])],
  ["a data source", stackOf([], [`d: {secureJsonData: {x: ${secret}}}`])],
  ["grafana.ini in the values", stackOf([], [`grafana: {grafana.ini: {smtp: {password: ${secret}}}}`])],
  [
    "grafana.ini as text",
    stackOf([`kind: ConfigMap\ndata:\n  grafana.ini: |\n    [smtp]\n    password = """${secret}"""\n`]),
  ],
  ["JSON in a ConfigMap", stackOf([`kind: ConfigMap\ndata: {a.json: '{"a":{"apiKey":"${secret}","x":1}}'}`])],
  ["a variable of a container", stackOf([`env: [{name: DB_PASSWORD, value: ${secret}}]`])],
  ["an argument", stackOf([`args: [--db-password=${secret}]`])],
  ["an argument of its own", stackOf([`args: [--token, ${secret}]`])],
  ["a receiver's webhook", stackOf([`receivers: [{slack_configs: [{api_url: "https://hooks.slack.com/${secret}"}]}]`])],
  [
    "an object as it was applied",
    stackOf([
      `metadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"kind":"Secret","data":{"a":"${base64(secret)}"}}'}}`,
    ]),
  ],
  ["a broken Secret", stackOf([`kind: Secret\nstringData:\n  db: ${secret}\n bad: [`])],
  ["a broken generator", stackOf([`secretGenerator:\n- literals:\n  - db=${secret}\n bad: [`])],
  ["--set", withSets(["--set", `a.b=c,grafana.adminPassword=${secret},x=y`])],
  ["--set-string in a list", withSets(["--set-string", `a[0].token=${secret}`])],
  ["--set-json", withSets(["--set-json", `grafana={"adminPassword":"${secret}"}`])],
  ["a variable of the script", withScript(`export GRAFANA_PASSWORD=${secret}; helm install\n`)],
  ["an option of the script", withScript(`helm repo add a b --username c --password ${secret}\n`)],
  ["kubectl create secret", withScript(`kubectl create secret generic a --from-literal=db='${secret}'\n`)],
];

describe("a secret of the tree", () => {
  test.for(places)("in %s is hidden", ([, stack]) => {
    const hide = secretHider({ stack });
    expect(hide(`invalid literal source ${secret}, expected key=value`)).not.toContain(secret);
    expect(hide(`data:map[db:${secret}]`)).not.toContain(secret);
    expect(hide("nothing to hide: kind Secret, 3 objects")).toBe("nothing to hide: kind Secret, 3 objects");
  });

  test.for([
    ["a pair", secret, `db=${secret}`],
    ["base64", secret, base64(secret)],
    ["Go's quotes", 'pass"word\\1234', 'in "db=pass\\"word\\\\1234"'],
    ["Go's quotes in quotes", 'pass"word\\1234', '"said \\"db=pass\\\\\\"word\\\\\\\\1234\\""'],
    ["Go's JSON", "pass<word>&1234", "pass\\u003cword\\u003e\\u00261234"],
    ["an address", "pass word/1@234", "http://x/?q=pass%20word%2F1%40234"],
    ["one line for several", "first line of it\nsecond line\n", "said first line of it second line, and stopped"],
    ["a shell's quotes", "it's a pass word", "'it'\\''s a pass word'"],
    ["a percent sign before it", "abcdef1234", "k%abcdef1234"],
    ["a backslash before it", "nightmare99", "\\nightmare99"],
  ] as const)("is found as %s", ([, own, told]) => {
    const stack = stackOf([JSON.stringify({ kind: "Secret", stringData: { db: own } })]);
    const shown = secretHider({ stack })(told);
    const bare = (text: string): string => text.replaceAll(/[\\"' ]/g, "");
    expect(bare(shown)).not.toContain(bare(own).slice(0, 8));
    expect(bare(shown)).not.toContain(bare(own).trim().slice(-4));
  });

  test("a long one is hidden where it is quoted in part", () => {
    const key = Array.from({ length: 40 }, (_, n) => `line ${n} of the key: ${"x".repeat(n)}`).join("\n");
    const hide = secretHider({ stack: stackOf([JSON.stringify({ kind: "Secret", stringData: { key } })]) });
    for (const length of [key.length, 700, 133, 50])
      expect(hide(`said: ${key.slice(0, length)} …`)).toMatch(/^said: (?:\*\*\*|\s|…)+$/);
  });

  test("a word that a configuration in a Secret holds is none", () => {
    const config = "global:\n  resolve_timeout: 5m\nroute:\n  receiver: 'null'\n  routes:\n  - receiver: on-call\n";
    const stack = stackOf([
      JSON.stringify({
        kind: "Secret",
        stringData: { "alertmanager.yaml": config, b: `x: ${config}`, c: `xyz${config}` },
      }),
    ]);
    const words = ["alert-no-receiver", "resolve_timeout", "its route: receiver", "receivers", "on-call", "routes"];
    for (const word of words) expect(secretHider({ stack })(word)).toBe(word);
  });

  test("what a file of a generator holds", () => {
    const hide = secretHider({
      generatorFiles: [
        { file: "a/secret.env", text: "# a comment\nDB=hunter2hunter2\nonly a passphrase\n", lines: true },
        { file: "a/id_rsa", text: "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA1234\n-----END", lines: false },
      ],
    });
    expect(hide('"only a passphrase" is not a valid key name, DB: hunter2hunter2, MIIEpAIBAAKCAQEA1234')).toBe(
      '"***" is not a valid key name, DB: ***, ***',
    );
  });

  test("short ones and ordinary words are hidden behind their names alone", () => {
    const stack = stackOf(["kind: Secret\nstringData: {password: hunter2, user: admin, ns: monitoring, on: 'true'}"]);
    const hide = secretHider({ stack });
    expect(hide("stringData: {password: hunter2, user: admin, ns: monitoring, on: true}")).toBe(
      "stringData: {password: ***, user: ***, ns: ***, on: true}",
    );
    expect(hide("map[password:hunter2 user:admin] password=hunter2, --password hunter2")).toBe(
      "map[password:*** user:***] password=***, --password ***",
    );
    expect(hide("the admin of monitoring is true, hunter2")).toBe("the admin of monitoring is true, hunter2");
    expect(hide("password=hunter23")).toBe("password=hunter23");
  });

  test("names that stand everywhere stay readable", () => {
    const chart = manifestsOf("kind: Service\nmetadata: {name: prometheus-operated, labels: {app: node-exporter}}");
    const overlay = manifestsOf(
      "kind: Secret\nmetadata: {name: a}\nstringData: {host: prometheus-operated, app: node-exporter, db: correcthorse}",
    );
    const hide = secretHider({ render: renderOf({ chart, overlay }) });
    const told = "Service prometheus-operated of node-exporter; correcthorses battery-correcthorse-staple";
    expect(hide(told)).toBe(told);
    expect(hide("it is correcthorse.")).toBe("it is ***.");
  });

  test("what a secret holds is secret by itself: a registry's login, a header's, a webhook's path", () => {
    const login = base64("bob:hunter2hunter2");
    const files = [
      JSON.stringify({ kind: "Secret", stringData: { ".dockerconfigjson": `{"auths":{"h":{"auth":"${login}"}}}` } }),
      "headers: {Authorization: Bearer abcdef123456}",
      "receivers: [{slack_configs: [{api_url: 'https://hooks.slack.com/services/T0/B1/Xyz12345'}]}]",
    ];
    const hide = secretHider({ stack: stackOf(files) });
    expect(hide(`${login} hunter2hunter2 abcdef123456 Xyz12345`)).toBe("*** *** *** ***");
  });

  test("a short value is not taken for the end of another word", () => {
    const hide = secretHider({ stack: stackOf(["kind: Secret\nstringData: {k: is, user: bob}"]) });
    expect(hide("the check is done by superuser bob")).toBe("the check is done by superuser bob");
    expect(hide("--user bob")).toBe("--user ***");
  });

  test("templates and references to Secrets are none", () => {
    const hide = secretHider({
      stack: stackOf(
        [],
        [
          `a: {adminPassword: '\${GRAFANA_PASSWORD}', password: {name: grafana-credentials, key: x}, existingSecret: grafana-credentials}`,
        ],
      ),
    });
    const told = `Secret grafana-credentials is missing; \${GRAFANA_PASSWORD} is not set`;
    expect(hide(told)).toBe(told);
  });

  test("no part of any secret stays, whatever it holds and whatever stands around it", () => {
    const odd = fc.string({ unit: fc.constantFrom(..."ab1\\\"' %n/=:"), maxLength: 6 });
    fc.assert(
      fc.property(odd, odd, odd, (a, b, around) => {
        const own = `${a}hunter2${b}forever`;
        const hide = secretHider({ stack: stackOf([JSON.stringify({ kind: "Secret", stringData: { db: own } })]) });
        for (const told of [own, JSON.stringify(own), JSON.stringify(JSON.stringify(own)), encodeURIComponent(own)])
          expect(hide(`${around} db=${told} ${around}`)).not.toMatch(/hunter2|forever/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("how long it takes", () => {
  test("grows with the text and no faster, also where secrets are hostile", () => {
    const data = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`k${n}`, `${"a".repeat(60)}${n}`]));
    const hide = secretHider({ stack: stackOf([JSON.stringify({ kind: "Secret", stringData: data })]) });
    const text = "a".repeat(300_000);
    hide(text);
    expect(cpuTime(() => hide(text))).toBeLessThan(4000);
  });

  test("a Secret of megabytes is no trouble", () => {
    const stack = stackOf([JSON.stringify({ kind: "Secret", stringData: { a: "line of text\n".repeat(200_000) } })]);
    expect(cpuTime(() => secretHider({ stack })("x".repeat(100_000)))).toBeLessThan(4000);
  });
});

test("a values file that is named as secret is hidden whole, its short words and other files' words are not", () => {
  const text = "gpu: {place: harmless-looking-word, on: true, port: 8080}\n";
  const hide = (file: string) =>
    secretHider({ stack: { ...emptyStack, valueFiles: [parseYaml(text, file, "helm")] } })(
      "harmless-looking-word at 8080: true",
    );
  for (const file of ["stack/secrets.yaml", "stack/values.secret.yaml", "stack/secrets/gpu.yaml", "secret-values.yaml"])
    expect(hide(file), file).toBe("*** at 8080: true");
  for (const file of ["stack/values.yaml", "stack/secretary.yaml"])
    expect(hide(file), file).toBe("harmless-looking-word at 8080: true");
});
