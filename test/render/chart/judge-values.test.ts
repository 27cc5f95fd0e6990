import { expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { type Effect, judgeValues } from "../../../src/render/chart/judge-values.ts";
import { makeStand } from "../stand.ts";
import { chartIn, smallChart, stackWith } from "./small-chart.ts";

const chart: Readonly<Record<string, string>> = {
  ...smallChart,
  "values.yaml": `replicas: 1
grafana: { enabled: true, size: small }
crds: { enabled: true }
part: { enabled: false, size: small }
web: { size: small, free: { colour: red } }
`,
  "charts/grafana/values.yaml": "size: small\n",
  "templates/web.yaml": `apiVersion: v1
kind: ConfigMap
metadata: { name: web }
data:
  size: {{ .Values.web.size }}
  {{- if .Values.web.undocumented }}
  undocumented: {{ .Values.web.undocumented }}
  {{- end }}
  free: {{ toYaml .Values.web.free | quote }}
  text: {{ tpl (.Values.web.text | default "") . | quote }}
  {{- with .Values.web.refuse }}
  {{- fail "no" }}
  {{- end }}
`,
};

/** What is said of each value that the chart does not know, and how often it was rendered once more. */
const judged = async (values: string, line = "", files = chart) => {
  const stand = await makeStand({
    files: {
      ...stackWith(`helm install stack ./chart --namespace monitoring -f values.yaml ${line}`),
      ...chartIn("chart", files),
      "values.yaml": values,
    },
  });
  const [stack, helm] = [await stand.load(), await stand.helm()];
  const render = await stand.render({ stack });
  expect(render.chart.error).toBeNull();
  const before = stand.commands.length;
  const all = await judgeValues({ stack, render, helm, kubeVersion: "1.35.4", outside: stand.outside });
  const effects = Object.fromEntries(all.map(({ path, effect }) => [path.join("."), effect]));
  return { effects, renders: stand.commands.length - before };
};

test.for<[string, string, Readonly<Record<string, Effect>>, number]>([
  ["nothing unknown", "replicas: 2\nweb: { size: large }\n", {}, 0],
  // The second render is the one that knows which password is random.
  [
    "no effect",
    "web: { sise: large, other: { a: 1 } }\nstray: 1\n",
    { "web.sise": "none", "web.other": "none", stray: "none" },
    2,
  ],
  ["no effect in the part that is made", "grafana: { colour: red }\n", { "grafana.colour": "none" }, 2],
  ["a name that a template reads, and the values do not show", "web: { undocumented: yes }\n", {}, 0],
  [
    "a name that is free, in a map that is handed on",
    "web: { free: { shape: round } }\n",
    { "web.free.shape": "unknown" },
    0,
  ],
  ["one that looks misspelt there", "web: { free: { color: red } }\n", { "web.free.color": "some" }, 2],
  [
    "one that looks misspelt there, beside what does nothing",
    "web: { free: { color: red }, other: 1 }\n",
    { "web.free.color": "some", "web.other": "none" },
    3,
  ],
  ["what a template in the values reads", 'team: gpu\nweb: { text: "{{ .Values.team }}" }\n', {}, 0],
  ["a part that is off", "part: { colour: red }\n", { "part.colour": "unknown" }, 0],
  ["a part that the values turn off", "grafana: { enabled: false, colour: red }\n", { "grafana.colour": "unknown" }, 0],
  ["what is kept for anchors", "x-a: &a { size: large }\nown: &b { size: large }\nweb: *b\n", {}, 0],
])("%s", async ([, values, wanted, renders]) => {
  expect(await judged(values)).toEqual({ effects: wanted, renders });
});

test("what --set sets, too, is left alone", async () => {
  const values = "web: { other: { a: 1 }, more: 1 }\n";
  expect((await judged(values, "--set web.other.b=1")).effects).toEqual({ "web.other": "unknown", "web.more": "none" });
  expect((await judged(values, "--set web.other=1")).effects).toMatchObject({ "web.other": "unknown" });
});

test("more than a person would write are not tried", async () => {
  const values = Array.from({ length: 201 }, (_, index) => `a${index}: 1\n`).join("");
  const { effects, renders } = await judged(values);
  expect([renders, new Set(Object.values(effects))]).toEqual([0, new Set(["unknown"])]);
});

test("where nothing differs from render to render, one more is enough", async () => {
  const files = { ...chart, "charts/grafana/templates/secret.yaml": "" };
  expect(await judged("stray: 1\n", "", files)).toEqual({ effects: { stray: "none" }, renders: 1 });
});

test("a render that takes too long proves nothing, and does not end the run", async () => {
  const files = { ...stackWith("helm install stack ./chart -f values.yaml"), ...chartIn("chart", chart) };
  const stand = await makeStand({ files: { ...files, "values.yaml": "stray: 1\n" } });
  const [stack, opened] = [await stand.load(), await stand.helm()];
  const render = await stand.render({ stack });
  const helm = { ...opened, run: () => Promise.reject(new OperatorError("timeout", "helm took 10 s.", "Wait.")) };
  const rendered = { stack, render, helm, kubeVersion: "1.35.4", outside: stand.outside };
  expect((await judgeValues(rendered)).map(({ effect }) => effect)).toEqual(["unknown"]);
  const outside = { ...stand.outside, signal: AbortSignal.abort(new Error("cancelled")) };
  await expect(judgeValues({ ...rendered, outside })).rejects.toThrow("cancelled");
});
