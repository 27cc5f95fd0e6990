import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { templateCalls } from "../../../src/signal/alertmanager/template-calls.ts";
import { lacksFunction } from "../../../src/signal/alertmanager/template-functions.ts";
import { tool } from "../../tools-dir.ts";
import { the, worldOf } from "../world-of.ts";

const run = promisify(execFile);

const alertmanager = (spec: string) =>
  the(
    worldOf({
      tree: `{apiVersion: monitoring.coreos.com/v1, kind: Alertmanager, metadata: {name: main}, spec: ${spec}}`,
    }),
    "Alertmanager",
    "main",
  );
const main = alertmanager("{}");
const lackedIn = (text: string): readonly string[] =>
  templateCalls(text).functions.filter((name) => lacksFunction(name, main));

describe("amtool finds the first function that does not exist", () => {
  test.each([
    "{{ .CommonLabels.severity | toUpper }}",
    '{{ .CommonLabels.severity | default "?" }}',
    '{{ template "__subject" . }}{{ .Status | upper }}',
    '{{/* upper */}}{{ printf "%s | upper" .Status }}',
    "{{- /* upper */ -}}{{ .Status }}",
    "{{ `{{ upper }}` }} upper",
    '{{ "}}" }}{{ quote .Status }}',
    "{{ range $i, $alert := .Alerts -}}{{ if and (gt $i 0) true }}, {{ end }}{{ $alert.Labels.gpu }}{{- end }}",
    "{{ with .CommonLabels }}{{ .gpu }}{{ else }}{{ humanize 1.5 }}{{ end }}",
    '{{ define "x" }}{{ join ", " .CommonLabels.Names }}{{ end }}{{ template "x" . }}',
    "{{ if eq .Status `firing` }}{{ break }}{{ end }}",
    "{{ (index .Alerts 0).Labels.alertname }}{{ .CommonAnnotations.SortedPairs.Values | first }}",
    "{{ if not (contains .Status `x`) }}{{ end }}",
    "{{ 1 | printf `%d` }}{{ -1 | print }}{{ nil_ }}",
    "{{ block `x` . }}{{ stripPort .Status }}{{ end }}",
    "{{ $x := .Status }}{{ $x = trim $x }}",
    "{{ len .Alerts.Firing }}{{ 'a' }}{{ slice .Status 0 1 | urlquery | js | html }}",
  ])("%s", async (text) => {
    const asked = run(await tool("amtool"), [
      "template",
      "render",
      "--template.glob=/dev/null/none",
      `--template.text=${text}`,
    ]);
    const said = await asked.then(
      () => "",
      (error: unknown) => String(error),
    );
    expect(/function "(\w+)" not defined/.exec(said)?.[1]).toBe(lackedIn(text)[0]);
  });
});

test("templates that are named and defined", () => {
  expect(templateCalls('{{define "a"}}{{ block `b` . }}{{ template "c" . }}{{end}}{{end}} template "d"')).toEqual({
    templates: ["c"],
    functions: [],
    defined: ["a", "b"],
  });
});

test.each([
  ["{}", true],
  ["{version: v0.28.0}", true],
  ["{image: 'quay.io/prometheus/alertmanager:v0.34.1'}", true],
  ["{version: v0.35.0}", false],
  ["{version: v0.34.0, image: 'registry/alertmanager@sha256:0'}", true],
  ["{version: next}", false],
])("an Alertmanager of %s lacks a function for certain: %s", (spec, lacks) => {
  expect(lacksFunction("upper", alertmanager(spec))).toBe(lacks);
  expect(lacksFunction("toUpper", alertmanager(spec))).toBe(false);
});

test("texts that never end take no time", () => {
  for (const part of ["/*", '"\\"', "`", "{{", "'", "$x.", "{{/*"]) templateCalls(`{{ ${part.repeat(100_000)}`);
});
