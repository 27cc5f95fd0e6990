import type { Attack } from "./attack.ts";
import { alerting, type Ground, stack } from "./ground.ts";

/** Texts that are alive where GitHub shows them, and what would show that they are. */
const alive: readonly (readonly [string, string, readonly RegExp[]])[] = [
  [
    "a bare link",
    "see http://evil.example.com/x and www.evil.example.com",
    [/(?<![`\w(])https?:\/\/evil\.example\.com/, /(?<![`\w])www\.evil/],
  ],
  ["a link", "[click](http://evil.example.com)", [/\[click\]\(http/]],
  ["an image", "![x](http://evil.example.com/x.png)", [/!\[x\]\(http/]],
  ["HTML", "<img src=x onerror=alert(1)><script>x</script>", [/<img/, /<script/]],
  ["a comment", "<!-- hidden", [/<!--/]],
  ["a mention", "@octocat and @org/team", [/(?<![`\w\\])@octocat/]],
  ["a number of an issue", "fixes #1 and GH-1 and owner/repo#1", [/(?<![`\w&\\])#1\b/, /(?<!`)GH-1/]],
  ["a commit", "0123456789abcdef0123456789abcdef01234567", [/(?<![`\w])0123456789abcdef0123456789abcdef01234567/]],
  ["math", "$\\href{http://evil.example.com}{x}$ $`x`$", [/(?<![`\\])\$\\href/]],
  ["an emoji's code", "all is well :white_check_mark: :x:", [/(?<![`\w\\]):white_check_mark:/]],
  ["a footnote", "x[^1]\n\n[^1]: y", [/(?<!\\)\[\^1\]/]],
  ["an escape character", "\u001b[2J\u001b]8;;http://evil.example.com\u0007x\u001b]8;;\u0007", []],
  ["a C1 control", "\u009b2J", []],
  ["bidirectional controls", "\u202egnp.exe \u2066x\u2069", []],
  ["invisible characters", "a\u200cb\u2060c\u00adpaypal\u200d.com", [/\u200c/, /\u200d/, /\u2060/, /\u00ad/]],
  ["line separators", "a\u2028::error::x\u2029b", [/\u2028/]],
  ["a workflow command", "\n::error::x\n::set-output name=conclusion::success\n##[error]x", []],
  ["a long run of backticks", "`".repeat(50), []],
  ["a table's bar", "a | b | c\n|---|", []],
  ["a heading", "\n# All is well\n\n---\n", [/^# All is well/m]],
  ["a details element", "</details><details open><summary>x</summary>", [/<details open/]],
];

const json = (text: string): string => JSON.stringify(text);

type Lay = (text: string) => (ground: Ground) => void;

/** Places of a tree whose text a finding or a list of the summary shows, all of which one run can hold. */
const shown: readonly Lay[] = [
  (text) => (ground) =>
    ground.resource("n.yaml", `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${json(text)}\nextra: 1\n`),
  (text) => (ground) =>
    ground.write(
      `${alerting}/gpu-usage.yaml`,
      `# prometheus-stack: ignore alert-for-missing -- ${text.replaceAll("\n", " ")}\napiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: gpu-usage}\nspec:\n  groups:\n    - name: ${json(text)}\n      rules:\n        - alert: ${json(text)}\n          expr: ${json(`sum( # ${text}`)}\n`,
    ),
  (text) => (ground) =>
    ground.replace(
      `${stack}/overlays/dashboards/gpu-overview.json`,
      "{",
      `{"annotations": {"list": [{"name": ${json(text)}, "expr": ${json(text)}}]}, "x": ${json(text)},`,
    ),
  (text) => (ground) =>
    ground.write(`${alerting}/${text.replaceAll("/", ":").replaceAll("\0", "").slice(0, 100)}.yaml`, "a: [\n"),
];

/** Places that end a run at once. */
const stopping: Readonly<Record<string, Lay>> = {
  "a kustomization's reference": (text) => (ground) => ground.resource(`https:${text}`),
  "a chart's failure": (text) => (ground) => ground.write("chart/templates/fail.yaml", `{{ fail ${json(text)} }}\n`),
};

/** Where a tree's text may not come alive: each text is in every place that is shown. */
export const surfaces: readonly Attack[] = alive.flatMap(([what, text, inert]) => [
  {
    name: `${what} in names, rules, dashboards and files`,
    lay: (ground: Ground) => {
      for (const lay of shown) lay(text)(ground);
    },
    inert,
    ends: ["findings", "render-failed"] as const,
  },
  ...Object.entries(stopping).map(
    ([place, lay]): Attack => ({
      name: `${what} as ${place}`,
      lay: lay(text),
      inert,
      ends: ["render-failed", "invalid-input"],
    }),
  ),
]);
