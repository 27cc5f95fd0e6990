import fc from "fast-check";

/** A route of a generated alertmanager.yaml; JSON is YAML. */
export interface RouteYaml {
  readonly receiver?: string;
  readonly match?: Readonly<Record<string, string>>;
  readonly match_re?: Readonly<Record<string, string>>;
  readonly matchers?: readonly string[];
  readonly continue?: boolean;
  readonly routes?: readonly RouteYaml[];
}

/** A routing tree, and labels of an alert to send through it. */
export interface RouteCase {
  readonly config: {
    readonly route: RouteYaml;
    readonly receivers: readonly Readonly<Record<string, unknown>>[];
  };
  readonly labels: Readonly<Record<string, string>>;
}

const names = ["alertname", "severity", "namespace", "team"] as const;
const values = ["GPUTemperatureHigh", "critical", "warning", "gpu-operator", "monitoring", "a b", 'say "hi"', "ü", ""];
const patterns = ["critical|warning", "GPU.*", ".*", ".+", "gpu-(operator|x)", "", "[a-m].*", "(?i)CRITICAL", "\\w+"];
/** Receivers are defined but for the last one, which is rare. */
const receivers = ["null", "on-call", "chat", "mail"];

const name = fc.constantFrom(...names);
const value = fc.constantFrom(...values);
const pattern = fc.constantFrom(...patterns);
const space = fc.constantFrom("", " ");
const escaped = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** One matcher in one of the ways to write it. */
const condition = fc
  .record({
    name,
    op: fc.constantFrom("=", "!=", "=~", "!~"),
    value,
    pattern,
    space,
    form: fc.constantFrom("quoted", "quoted", "bare", "utf8"),
  })
  .map(({ name, op, value, pattern, space, form }) => {
    const text = op.includes("~") ? pattern : value;
    const label = form === "utf8" ? `"${name}"` : name;
    return `${label}${space}${op}${space}${form === "bare" ? text : escaped(text)}`;
  });

/** A line of `matchers`: one condition or several, in braces or not. */
const line = fc.oneof(
  { weight: 3, arbitrary: condition },
  {
    weight: 1,
    arbitrary: fc
      .record({ all: fc.array(condition, { minLength: 1, maxLength: 3 }), braces: fc.boolean(), comma: fc.boolean() })
      .map(({ all, braces, comma }) => {
        const text = all.join(", ") + (comma ? "," : "");
        return braces ? `{${text}}` : text;
      }),
  },
);

/** What Alertmanager's two parsers may disagree on, or both refuse. */
const oddLine = fc
  .array(
    fc.constantFrom(
      "team",
      "team",
      "=",
      "=",
      "=~",
      "!=",
      "!",
      "~",
      '"',
      '"',
      "\\",
      "'",
      "`",
      ",",
      "{",
      "}",
      " ",
      "a",
      "\\n",
      "(",
      "é",
      "\n",
    ),
    { minLength: 3, maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

const { node } = fc.letrec<{ node: RouteYaml }>((tie) => ({
  node: fc.record(
    {
      receiver: fc.oneof(
        { weight: 300, arbitrary: fc.constantFrom(...receivers) },
        { weight: 1, arbitrary: fc.constant("gone") },
      ),
      match: fc.dictionary(name, value, { maxKeys: 1 }),
      match_re: fc.dictionary(name, pattern, { maxKeys: 1 }),
      matchers: fc.array(line, { maxLength: 2 }),
      continue: fc.boolean(),
      routes: fc.array(tie("node"), { maxLength: 3, depthIdentifier: "routes" }),
    },
    { requiredKeys: ["matchers"] },
  ),
}));

const labels = fc.dictionary(name, fc.constantFrom(...values.filter((value) => value !== "")), { minKeys: 1 });

const caseOf = (route: RouteYaml, labels: RouteCase["labels"]): RouteCase => ({
  config: {
    route,
    receivers: receivers.map((name) =>
      name === "null" ? { name } : { name, webhook_configs: [{ url: "http://127.0.0.1:9/" }] },
    ),
  },
  labels,
});

/** Trees as people write them, with a few that Alertmanager refuses. */
export const treeCase: fc.Arbitrary<RouteCase> = fc
  .record({
    receiver: fc.constantFrom(...receivers),
    routes: fc.array(node, { minLength: 1, maxLength: 4 }),
    labels,
  })
  .map(({ receiver, routes, labels }) => caseOf({ receiver, routes }, labels));

/** One route with one line of matchers, which may be odd. */
export const matcherCase: fc.Arbitrary<RouteCase> = fc
  .record({ line: fc.oneof(line, oddLine), labels })
  .map(({ line, labels }) => caseOf({ receiver: "null", routes: [{ receiver: "chat", matchers: [line] }] }, labels));
