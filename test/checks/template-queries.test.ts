import { expect, test } from "vitest";
import { templateQueries } from "../../src/checks/template-queries.ts";

test.each([
  ['{{ query "up" }}', ["up"]],
  ['{{ with query `sum(up{job="a"})` }}{{ . | first | value }}{{ end }}', ['sum(up{job="a"})']],
  ['{{ query "up{job=\\"a\\"}" | first | value }}', ['up{job="a"}']],
  ['{{ range query "a" }}{{ query "b" }}{{ end }}', ["a", "b"]],
  ['{{ "up" | query | len }}', ["up"]],
  ["{{ printf \"up{job='%s'}\" $labels.job | query | len }}", ["up{job='filled_in_by_printf'}"]],
  ["{{ query (printf `up{job=%q} > 50%%` .Labels.job) }}", ['up{job="filled_in_by_printf"} > 50%']],
  // Put together in a way that is not read.
  ['{{ printf "%s{job=\\"a\\"}" $labels.name | query }}', []],
  ['{{ printf "up > %d" 5 | query }}', []],
  ["{{ query $labels.query }}", []],
  ['{{/* query "up" */}} query "up"', []],
  ['{{ if eq $labels.a "query" }}{{ end }}', []],
])("queries of %s", (text, queries) => expect(templateQueries(text)).toEqual(queries));
