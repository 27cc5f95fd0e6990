import type { Check, Subject } from "../../src/checks/check.ts";
import { checks } from "../../src/checks/index.ts";
import { compare, severities } from "../../src/core/finding.ts";
import { type SeenTrue, seenTrue } from "./seen-true.ts";

/** Which signal a check is about, by how its id begins; the first that fits counts. */
const signals: readonly { readonly title: string; readonly about: string; readonly ids: RegExp }[] = [
  {
    title: "Metrics",
    about: "from the GPU exporter's pods over Service and monitor to Prometheus",
    ids: /^(?:servicemonitor|service|dcgm|prometheus-rbac|prometheus-scrape)-/,
  },
  {
    title: "Alerts",
    about: "from the rule over Prometheus and Alertmanager to the person who is told",
    ids: /^(?:alert|alertmanager|alertmanagerconfig|gpu|rule|prometheusrule|promql|recording-rule|xid)-/,
  },
  {
    title: "Dashboards",
    about: "from the ConfigMap over Grafana to the panel",
    ids: /^(?:dashboard|default-dashboard|grafana)-/,
  },
  { title: "The stack itself", about: "what everything above stands on", ids: /^/ },
];

/** What has to run before a check can speak, by the costliest part that it reads; the first that fits counts. */
const costs: readonly { readonly title: string; readonly parts: readonly (keyof Subject)[] }[] = [
  { title: "kubeconform, over every object", parts: ["validation"] },
  { title: "promtool, and the way of every signal", parts: ["resolution", "rules", "alertTests", "clusterSize"] },
  { title: "helm and kustomize", parts: ["render", "unknownValues"] },
  { title: "Nothing: the files are read", parts: ["stack"] },
];

/** The text of docs/checks.md: every check by signal, by severity and by what it costs, with a link to its page. */
export const checksIndex = (list: readonly Check[] = checks): string => {
  const sorted = [...list].sort((a, b) => compare(a.id, b.id));
  const seen = seenTrue();
  return `# Checks

<!-- Written by \`npm run docs\` from src/checks. Do not edit: change the check, then run it again. -->

${sorted.length} checks, each with a page: what it finds, why that matters, a wrong and a right example. Its severity and \`fail-on\` decide together whether a finding fails the
run: \`fail-on: error\` (the default) fails on errors only, \`warning\` on errors and warnings, \`notice\` on all, \`never\` on none. Where a command decides, its
verdict is passed on with the line that a person can edit. "Seen" says on how many public repositories a finding was read by hand and was true ([precision](precision.md)).

[By signal](#by-signal) · [by severity](#by-severity) · [by what it costs](#by-what-it-costs)

## By signal

${grouped(sorted, signals, (check, { ids }) => ids.test(check.id))
  .map(
    ([{ title, about }, own]) => `### ${title}\n\n${about[0]?.toUpperCase()}${about.slice(1)}.\n\n${table(own, seen)}`,
  )
  .join("\n\n")}

## By severity

${severities
  .map((severity) => sorted.filter((check) => check.severity === severity))
  .map((own) => `**${own[0]?.severity} (${own.length}):** ${links(own)}.`)
  .join("\n\n")}

## By what it costs

What has to run before the check can speak, the costliest first. Where that fails, the check says that it could not judge.

${grouped(sorted, costs, ({ reads }, { parts }) => reads.some((part) => parts.includes(part)))
  .map(([{ title }, own]) => `**${title} (${own.length}):** ${links(own)}.`)
  .join("\n\n")}
`;
};

/** Each check once, in the first group that it fits. */
const grouped = <Group>(
  list: readonly Check[],
  groups: readonly Group[],
  fits: (check: Check, group: Group) => boolean,
): readonly (readonly [Group, readonly Check[]])[] => {
  const groupOf = (check: Check): Group | undefined => groups.find((group) => fits(check, group));
  return groups.map((group) => [group, list.filter((check) => groupOf(check) === group)] as const);
};

const table = (list: readonly Check[], seen: SeenTrue): string =>
  [
    "| check | severity | what it finds | decided by | seen |",
    "| --- | --- | --- | --- | --- |",
    ...list.map(({ id, severity, title, decidedBy }) => {
      const by = decidedBy === "own" ? "this action" : decidedBy;
      return `| [${id}](checks/${id}.md) | ${severity} | ${title} | ${by} | ${seen.get(id) ?? ""} |`;
    }),
  ].join("\n");

const links = (list: readonly Check[]): string => list.map(({ id }) => `[${id}](checks/${id}.md)`).join(", ");
