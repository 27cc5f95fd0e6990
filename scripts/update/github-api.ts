import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { UpdatePlace } from "./parts.ts";

/** Of GitHub's description of its REST API what the action asks, by the newest package of it (400 MB). */
export function* updateGithubApi({ root, scratch }: UpdatePlace): Iterable<string> {
  const sourceNow = (): string =>
    (JSON.parse(readFileSync(join(root, "fixtures/github/rest-api.json"), "utf8")) as { readonly source: string })
      .source;
  const before = sourceNow();
  const newest = npm(scratch, "view", "@octokit/openapi", "version").trim();
  if (before.startsWith(`@octokit/openapi ${newest},`)) {
    yield `${newest} is the newest`;
    return;
  }
  const [archive = ""] = npm(scratch, "pack", "--silent", `@octokit/openapi@${newest}`).trim().split("\n").slice(-1);
  execFileSync("tar", ["-xzf", join(scratch, archive), "-C", scratch]);
  execFileSync(process.execPath, [join(root, "scripts/github-api.ts"), join(scratch, "package")], {
    cwd: root,
    stdio: "inherit",
  });
  yield `${before} became ${sourceNow()}`;
}

const npm = (folder: string, ...args: readonly string[]): string =>
  execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
