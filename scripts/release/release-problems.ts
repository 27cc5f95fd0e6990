import { parser, type Release } from "keep-a-changelog";
import semver from "semver";
import { usesOf } from "./pin-examples.ts";

/**
 * What keeps the tag from being released, as sentences without a full stop: it is `v` and the version of package.json,
 * and CHANGELOG.md has that version with its date, above all others, with all that changed.
 */
export const releaseProblems = (tag: string, textOf: (file: string) => string): readonly string[] => {
  const version = tag.replace(/^v/, "");
  if (tag !== `v${version}` || semver.valid(version) !== version)
    return [`the tag ${tag} is no v and a version, as v1.2.3 is`];
  const problems: string[] = [];
  for (const file of ["package.json", "package-lock.json"]) {
    const { version: own } = JSON.parse(textOf(file)) as { readonly version: string };
    if (own !== version) problems.push(`${file} has version ${own}, and the tag is ${tag}`);
  }
  const releases = releasesIn(textOf("CHANGELOG.md"));
  if (typeof releases === "string") return [...problems, releases];
  const mine = releases.find((release) => release.version === version);
  if (mine?.date === undefined) return [...problems, `CHANGELOG.md has no section [${version}] with a date`];
  if (mine.isEmpty()) problems.push(`CHANGELOG.md says nothing of ${version}`);
  for (const other of releases) {
    if (other.version === undefined && !other.isEmpty())
      problems.push(`CHANGELOG.md has changes under [Unreleased], which belong to ${version}`);
    if (other.version !== undefined && semver.gt(other.version, version))
      problems.push(`CHANGELOG.md has ${other.version}, which is newer`);
  }
  return problems;
};

/** The versions of a changelog, or why it cannot be read. */
const releasesIn = (changelog: string): readonly Release[] | string => {
  try {
    return parser(changelog).releases;
  } catch (error) {
    return `CHANGELOG.md cannot be read: ${String(error)}`;
  }
};

/** What changed, and the line that uses this very commit. Throws where the changelog has no such version. */
export const releaseNotes = (tag: string, commit: string, changelog: string): string => {
  const found = parser(changelog).releases.find(({ version }) => `v${version}` === tag);
  if (found === undefined) throw new Error(`CHANGELOG.md has no section of ${tag}`);
  return `${changesIn(found)}\n\n## Use it\n\n\`\`\`yaml\n- uses: ${usesOf(tag, commit)}\n\`\`\`\n`;
};

/** The section without its heading, which the release has as its title. */
const changesIn = (release: Release): string =>
  release
    .toString()
    .replace(/^.*\n+/, "")
    .trim();
