import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { projectAddress } from "../../src/core/project.ts";
import { anchorsOf, linksOf } from "./markdown.ts";

const root = resolve(import.meta.dirname, "../..");
const pages = globSync(["*.md", "docs/**/*.md", ".github/**/*.md"], { cwd: root }).sort();
const textOf = (page: string): string => readFileSync(join(root, page), "utf8");

/** What is lost of a page's links: files that are not there, and anchors of pages that have no such heading. */
const lostIn = (page: string): readonly string[] =>
  linksOf(textOf(page)).flatMap(({ target, anchor }) => {
    const file = target === "" ? page : join(dirname(page), decodeURIComponent(target));
    if (!existsSync(join(root, file))) return [`${page}: ${target}`];
    if (anchor === null || statSync(join(root, file)).isDirectory() || !file.endsWith(".md")) return [];
    return anchorsOf(textOf(file)).has(anchor) ? [] : [`${page}: ${target}#${anchor}`];
  });

describe("links of the pages", () => {
  test("lead to files and headings that are there", () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.flatMap(lostIn)).toEqual([]);
  });

  test("of sources and of what init writes lead to pages of this repository that are there", () => {
    const files = globSync(["src/**/*.{ts,json}", "fixtures/prometheus-stack/**/*", "scripts/**/*.ts"], { cwd: root });
    const written = new RegExp(`${projectAddress}/(?:blob|tree)/main/([\\w./-]*[\\w])`, "g");
    const lost = files
      .filter((file) => statSync(join(root, file)).isFile())
      .flatMap((file) =>
        [...textOf(file).matchAll(written)]
          .filter(([, path = ""]) => !existsSync(join(root, path)))
          .map(([address]) => `${file}: ${address}`),
      );
    expect(lost).toEqual([]);
  });

  test("every guide can be reached from the README", () => {
    const seen = new Set<string>();
    const waiting = ["README.md"];
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      if (seen.has(page) || !page.endsWith(".md")) continue;
      seen.add(page);
      for (const { target } of linksOf(textOf(page)))
        if (target !== "") waiting.push(relative(root, resolve(root, dirname(page), target)));
    }
    expect(pages.filter((page) => page.startsWith("docs/") && !seen.has(page) && !isListed(page))).toEqual([]);
  });
});

/** The runbooks are reached from alerts. */
const isListed = (page: string): boolean => page.startsWith("docs/runbooks/");

describe("an anchor is as GitHub makes it", () => {
  test.each([
    ["## What it finds", "what-it-finds"],
    ["### Without a stored kubeconfig: EKS, GKE, AKS", "without-a-stored-kubeconfig-eks-gke-aks"],
    ["# `mode: verify` — look", "mode-verify--look"],
    ["## A [link](x.md) in it", "a-link-in-it"],
    ["## schemas-unavailable", "schemas-unavailable"],
  ])("%s", (heading, anchor) => {
    expect([...anchorsOf(heading)]).toEqual([anchor]);
  });

  test("a second one of the same heading has a number", () => {
    expect([...anchorsOf("# A\n## A\n```\n# B\n```\n")]).toEqual(["a", "a-1"]);
  });
});
