// Writes fixtures/github/rest-api.json: of GitHub's description of its REST API what the action asks, so that tests
// judge requests and answers by it. The whole has 400 MB: `npm pack @octokit/openapi@<version>`, unpack it, then
// `npm run github-api -- <folder>/package`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { excerptOf } from "./github-api/excerpt.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Which folder is the package in? npm run github-api -- <folder>");
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const { version } = read("package.json") as { readonly version: string };
const description = read("generated/api.github.com.json") as Parameters<typeof excerptOf>[0];
const excerpt = { source: `@octokit/openapi ${version}, generated/api.github.com.json`, ...excerptOf(description) };
writeFileSync("fixtures/github/rest-api.json", `${JSON.stringify(excerpt, null, 1)}\n`);
