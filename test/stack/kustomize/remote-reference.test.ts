import { expect, test } from "vitest";
import { isRemote } from "../../../src/stack/kustomize/remote-reference.ts";

test.each([
  "https://github.com/org/repo",
  "HTTPS://x.example/a.yaml",
  "http://x.example",
  "ssh://git@x.example/a/b",
  "file:///repo/base",
  "git@github.com:org/repo.git",
  "git@x.example:org/repo//path?ref=v1",
  "git::https://x.example/a/b",
  "git::git@x.example:a/b",
  "github.com/org/repo?ref=main",
  "GitHub.com/org/repo//path",
  "github.com:org/repo",
])("kustomize fetches %s", (text) => expect(isRemote(text)).toBe(true));

test.each([
  "../base",
  "github",
  "x.example/org/repo",
  "namespace.yaml",
  "a@b",
  "dashboards/github.com/x.json",
  "./github.com/org/repo",
  "host:path",
])("kustomize takes %s from the disk", (text) => expect(isRemote(text)).toBe(false));
