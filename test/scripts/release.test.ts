import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { marketplaceProblems } from "../../scripts/release/marketplace.ts";
import { pinExamples } from "../../scripts/release/pin-examples.ts";
import { releaseNotes, releaseProblems } from "../../scripts/release/release-problems.ts";

const root = resolve(import.meta.dirname, "../..");
const textOf = (file: string): string => readFileSync(resolve(root, file), "utf8");
const commit = "0123456789abcdef0123456789abcdef01234567";

const changelog = (sections: string): string => `# Changelog\n\nAll of it.\n\n## [Unreleased]\n\n${sections}`;
const good = changelog(
  "## [1.2.3] - 2026-11-30\n\n### Added\n\n- A thing.\n\n## [1.2.2] - 2026-11-01\n\n### Fixed\n\n- A fault.\n",
);
const tree = (changes: Readonly<Record<string, string>> = {}) => {
  const files: Readonly<Record<string, string>> = {
    "package.json": '{"version": "1.2.3"}',
    "package-lock.json": '{"version": "1.2.3"}',
    "CHANGELOG.md": good,
    ...changes,
  };
  return (file: string): string => files[file] ?? "";
};

test("a tag whose version package and changelog have can be released", () => {
  expect(releaseProblems("v1.2.3", tree())).toEqual([]);
});

test.each([
  ["1.2.3", {}, "the tag 1.2.3 is no v and a version, as v1.2.3 is"],
  ["v1.2", {}, "the tag v1.2 is no v and a version, as v1.2.3 is"],
  ["v1.2.3", { "package.json": '{"version": "1.2.2"}' }, "package.json has version 1.2.2, and the tag is v1.2.3"],
  [
    "v1.2.3",
    { "package-lock.json": '{"version": "1.0.0"}' },
    "package-lock.json has version 1.0.0, and the tag is v1.2.3",
  ],
  ["v1.2.3", { "CHANGELOG.md": changelog("") }, "CHANGELOG.md has no section [1.2.3] with a date"],
  [
    "v1.2.3",
    { "CHANGELOG.md": good.replace(" - 2026-11-30", "") },
    "CHANGELOG.md cannot be read: Error: Parse error in the line 9: Syntax error in the release title",
  ],
  ["v1.2.3", { "CHANGELOG.md": good.replace("### Added\n\n- A thing.\n\n", "") }, "CHANGELOG.md says nothing of 1.2.3"],
  [
    "v1.2.3",
    { "CHANGELOG.md": good.replace("## [1.2.3]", "### Added\n\n- Later.\n\n## [1.2.3]") },
    "CHANGELOG.md has changes under [Unreleased], which belong to 1.2.3",
  ],
  ["v1.2.3", { "CHANGELOG.md": good.replace("[1.2.2]", "[1.3.0]") }, "CHANGELOG.md has 1.3.0, which is newer"],
])("%s with %j is refused: %s", (tag, changes, problem) => {
  expect(releaseProblems(tag, tree(changes))).toEqual([problem]);
});

test("the notes say what changed, and how to use this very commit", () => {
  expect(releaseNotes("v1.2.3", commit, good)).toBe(
    `### Added\n- A thing.\n\n## Use it\n\n\`\`\`yaml\n- uses: prometheus-stack-action/prometheus-stack-action@${commit} # v1.2.3\n\`\`\`\n`,
  );
  expect(() => releaseNotes("v9.9.9", commit, good)).toThrow("CHANGELOG.md has no section of v9.9.9");
});

test("every example gets the commit, whatever it had, and other actions and remarks stay", () => {
  const uses = "uses: prometheus-stack-action/prometheus-stack-action@";
  const text = `- ${uses}main # better: the SHA of a release\n- ${uses}main # better: a SHA\n- ${uses}${"f".repeat(40)} # v1.0.0\n- uses: actions/checkout@v6\n`;
  const pinned = `${uses}${commit} # v1.2.3`;
  expect(pinExamples(text, "v1.2.3", commit)).toBe(
    `- ${pinned}\n- ${pinned} # better: a SHA\n- ${pinned}\n- uses: actions/checkout@v6\n`,
  );
  expect(pinExamples(pinExamples(text, "v1.0.0", "e".repeat(40)), "v1.2.3", commit)).toBe(
    pinExamples(text, "v1.2.3", commit),
  );
});

test("the Marketplace takes our action.yml, and would not take these", () => {
  const action = parse(textOf("action.yml"));
  expect(marketplaceProblems(action)).toEqual([]);
  expect(marketplaceProblems({ ...action, description: "x".repeat(125) })).toEqual([
    "the description in action.yml has 125 characters, and may have 124",
  ]);
  expect(marketplaceProblems({ ...action, author: " ", branding: { color: "pink" } })).toEqual([
    "action.yml has no author",
    "action.yml has no branding.icon",
    "branding.color of action.yml is none of white, black, yellow, blue, green, orange, red, purple, gray-dark",
  ]);
});

test("the changelog is one: it has what is not released yet, or the version of package.json", () => {
  const { version } = JSON.parse(textOf("package.json")) as { readonly version: string };
  expect(textOf("CHANGELOG.md")).toMatch(/^## \[Unreleased\]$/m);
  const problems = releaseProblems(`v${version}`, textOf);
  expect(problems.filter((problem) => !problem.includes("no section") && !problem.includes("Unreleased"))).toEqual([]);
});
