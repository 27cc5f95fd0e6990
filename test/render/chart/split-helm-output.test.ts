import { describe, expect, test } from "vitest";
import { splitDocuments, splitHelmOutput } from "../../../src/render/chart/split-helm-output.ts";

describe("splitHelmOutput", () => {
  test("takes documents apart and knows CRD folders at any depth from templates of that name", () => {
    const output = `---
# Source: a/crds/one.yaml
# note
---
kind: One
---
kind: Two
---
# Source: a/charts/b/charts/c/crds/x.yaml
kind: Three
---
# Source: a/templates/crds/y.yaml
data: |
  ---
  # Source: not/this.yaml
`;
    expect(splitHelmOutput(output)).toEqual([
      { source: "a/crds/one.yaml", text: "# note\n---\nkind: One\n---\nkind: Two\n", crd: true },
      { source: "a/charts/b/charts/c/crds/x.yaml", text: "kind: Three\n", crd: true },
      { source: "a/templates/crds/y.yaml", text: "data: |\n  ---\n  # Source: not/this.yaml\n", crd: false },
    ]);
  });

  test("answers nothing for no output", () => {
    expect(splitHelmOutput("")).toEqual([]);
  });
});

describe("splitDocuments", () => {
  test("leaves out what holds nothing but comments", () => {
    const parts = splitDocuments("# from elsewhere\n---\nkind: A\n--- # again\nkind: B\n---\n");
    expect(parts.map((part) => part.trim())).toEqual(["kind: A", "kind: B"]);
  });
});
