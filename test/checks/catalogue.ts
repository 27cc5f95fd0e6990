import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checksIndex } from "../../scripts/docs/checks-index.ts";
import { checksModule } from "../../scripts/docs/checks-module.ts";
import type { Check } from "../../src/checks/check.ts";
import type { Severity } from "../../src/core/finding.ts";

const sections = [
  "What it finds",
  "Why it matters",
  "Wrong",
  "Right",
  "How to mend it",
  "When it does not apply",
  "Sources",
];

const failOn: Readonly<Record<Severity, string>> = {
  error:
    "Its severity is `error`: it fails the run with `fail-on: error` (the default), `warning` and `notice`. With `fail-on: never` it is only reported.",
  warning:
    "Its severity is `warning`: it fails the run with `fail-on: warning` and `notice`. With `fail-on: error` (the default) and `never` it is only reported.",
  notice: "Its severity is `notice`: it fails the run with `fail-on: notice` only. Otherwise it is only reported.",
};

/**
 * What is missing or left over in the parts of every check in the repository at `root`: file, fixtures, page,
 * list; empty when all is there.
 */
export const catalogueGaps = (root: string, checks: readonly Check[]): readonly string[] => [
  ...checks.flatMap((check) => [...fileGaps(root, check), ...pageGaps(root, check), ...fixtureGaps(root, check)]),
  ...leftOver(root, checks),
  ...(read(root, "src/checks/index.ts") === checksModule(join(root, "src/checks"))
    ? []
    : ["src/checks/index.ts is out of date: npm run docs"]),
  ...(read(root, "docs/checks.md") === checksIndex(checks) ? [] : ["docs/checks.md is out of date: npm run docs"]),
];

const read = (root: string, file: string): string | null =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : null;

const todo = (file: string, text: string): readonly string[] => (text.includes("TODO") ? [`${file} has a TODO`] : []);

const fileGaps = (root: string, { id }: Check): readonly string[] => {
  const file = `src/checks/${id}.ts`;
  const text = read(root, file);
  if (text === null) return [`${file} is missing`];
  return [...(text.includes(`id: "${id}"`) ? [] : [`${file} has another id`]), ...todo(file, text)];
};

const pageGaps = (root: string, { id, title, severity, decidedBy }: Check): readonly string[] => {
  const file = `docs/checks/${id}.md`;
  const text = read(root, file);
  if (text === null) return [`${file} is missing`];
  const head = `# ${id}\n\n${title}\n\n| severity | decided by |\n| --- | --- |\n| ${severity} | ${decidedBy === "own" ? "this action" : decidedBy} |\n`;
  const found = [...text.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
  return [
    ...(text.startsWith(head) ? [] : [`${file} does not begin with id, title, severity and who decides`]),
    ...(found.join() === sections.join() ? [] : [`${file} has the sections ${found.join(", ")}`]),
    ...(text.includes(failOn[severity]) ? [] : [`${file} does not say: ${failOn[severity]}`]),
    ...todo(file, text),
  ];
};

const fixtureGaps = (root: string, { id }: Check): readonly string[] => {
  const folder = `fixtures/checks/${id}`;
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const expectation = read(root, `${folder}/bad/_expect.txt`) ?? "";
  return [
    ...(names.some((name) => /^bad(?:-|$)/.test(name)) ? [] : [`${folder} has no bad case`]),
    ...(names.some((name) => name.startsWith("good-")) ? [] : [`${folder} has no case that must stay silent`]),
    ...names
      .filter((name) => !/^(?:bad|good)(?:-[a-z0-9-]+)?$/.test(name))
      .map((name) => `${folder}/${name} is no case`),
    ...todo(`${folder}/bad/_expect.txt`, expectation),
  ];
};

/** Pages and fixtures whose check is not in the list. */
const leftOver = (root: string, checks: readonly Check[]): readonly string[] => {
  const ids = new Set(checks.map(({ id }) => id));
  return [
    ...readdirSync(join(root, "docs/checks")).map(
      (name) => [`docs/checks/${name}`, name.replace(/\.md$/, "")] as const,
    ),
    ...readdirSync(join(root, "fixtures/checks")).map((name) => [`fixtures/checks/${name}`, name] as const),
  ].flatMap(([file, id]) => (ids.has(id) ? [] : [`${file} belongs to no check in src/checks/index.ts`]));
};
