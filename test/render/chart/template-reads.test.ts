import { expect, test } from "vitest";
import { type TemplateReading, templateReads } from "../../../src/render/chart/template-reads.ts";

test.for<[string, string, TemplateReading]>([
  ["{{ .Values.a.b }}", "a.b", "by name"],
  ["{{ .Values.a.b }}", "a.c", "not"],
  ["{{ .Values.a.b.c }}", "a.b", "by name"],
  ["{{ $.Values.a.b | default 1 }}", "a.b", "by name"],
  ['{{ index .Values "a" "b" }}', "a.b", "by name"],
  ['{{ index .Values "a" "b" }}', "a.c", "not"],
  ['{{ if hasKey .Values.a "b" }}', "a.b", "by name"],
  ['{{ if hasKey .Values.a "b" }}', "a.c", "not"],
  ["{{ toYaml .Values.a }}", "a.b", "whole"],
  ["{{ toYaml .Values.a }}", "a.b.c", "whole"],
  ["{{- with .Values.a }}", "a.b", "whole"],
  ["{{- range $key, $value := .Values.a }}", "a.b", "whole"],
  ["{{- $a := .Values.a -}}", "a.b", "whole"],
  ["{{- if $a := .Values.a -}}", "a.b", "whole"],
  ['{{ include "x" .Values.a }}', "a.b", "whole"],
  ['{{ dict "x" .Values.a "b" 1 }}', "a.c", "whole"],
  ["{{- if .Values.a }}", "a.b", "not"],
  ["{{- else if and .Values.a .Values.c }}", "a.b", "not"],
  ["{{- if .Values.a }}{{ toYaml .Values.a }}", "a.b", "whole"],
  ["{{ toYaml .Values }}", "a.b", "whole"],
  ['{{ include "x" (dict "Values" .Values) }}', "a.b", "not"],
])("%s reads %s: %s", ([text, path, wanted]) => {
  expect(templateReads([text])(path.split("."))).toBe(wanted);
});

test("a way without end is read as far as charts go, and in time", () => {
  const reads = templateReads([`{{ .Values${".a".repeat(500_000)} }}`]);
  expect([reads(["a"]), reads(Array.from({ length: 60 }, () => "a")), reads(["b"])]).toEqual([
    "by name",
    "whole",
    "not",
  ]);
});
