import { globSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parse } from "yaml";
import { blocksOf } from "../pages/markdown.ts";

const root = resolve(import.meta.dirname, "../..");

/** The pages that tell how the action is used. */
export const pages: readonly string[] = globSync(["*.md", "docs/*.md", "docs/guides/*.md"], { cwd: root }).sort();

/** Where a page uses this action: a release pins it by its SHA, until then it is main. */
export const ourAction = /prometheus-stack-action\/prometheus-stack-action@(?:main|[0-9a-f]{40})/g;

/** A block of a page that is a whole workflow. */
export interface PageWorkflow {
  /** The page's name, and the workflow's number in it from 0. */
  readonly name: string;
  readonly text: string;
}

export const pageWorkflows = (): readonly PageWorkflow[] =>
  pages.flatMap((page) =>
    blocksOf(readFileSync(join(root, page), "utf8"), "yaml")
      .filter((text) => {
        const value: unknown = parse(text);
        return Object(value).on !== undefined && Object(value).jobs !== undefined;
      })
      .map((text, n) => ({ name: `${basename(page, ".md")}-${n}`, text })),
  );
