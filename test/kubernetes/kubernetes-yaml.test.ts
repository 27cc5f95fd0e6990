import { describe, expect, test } from "vitest";
import { objectsIn, parseDocuments } from "../../src/kubernetes/kubernetes-yaml.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import { makeStand } from "../render/stand.ts";

const scalars = `
words: [yes, on, y, n, No, off, TRUE, tRue, Null, ~, "yes", =, NaN]
integers: [0644, 0o644, 0O17, 00, 08, 1_000, 1__0, 1_, _1, 0b11, -0b11, 0x1F, +0x1f, 0x, 0x_1, +1, -0644, 0_7]
large: [12345678901234567890, 100000000000000000000000]
floats: [.5, +.5, -.5, 1., 0., 1e3, 1E3, 1e+3, 12e03, 123e-2, 0.1e1_0, 1_0.5, 1e, 1.5.2, 1.0]
times: [1:20, 2001-01-01, 2001-01-01T00:00:00Z]
tagged: [!!binary aGVsbG8=, !!str 12, !!int "12", !!float "1.5"]
empty:
1: a key
true: another
first: &first { k1: v1 }
merged: { <<: *first, k2: v2 }
`;

const parseObjects = (text: string) => parseDocuments(text).flatMap(objectsIn);

describe("objects of a YAML text", () => {
  test.each(["helm", "helm3"] as const)("reads every form of a scalar as %s does", async (helm) => {
    const stand = await makeStand({
      helm,
      files: {
        "chart/Chart.yaml": "apiVersion: v2\nname: ask\nversion: 0.1.0\n",
        "chart/templates/values.yaml": "values: {{ .Values | toJson }}\n",
        "values.yaml": scalars,
      },
    });
    const { run } = await stand.helm();
    const { stdout, stderr } = await run(commandLine({ verb: ["template", "chart", "-f", "values.yaml"] }), {
      cwd: stand.root,
    });
    expect(stderr).toBe("");
    expect(parseObjects(scalars)[0]).toEqual(JSON.parse(stdout.replace(/^[\s\S]*?values: /, "")));
  });

  test("takes lists apart, also lists of lists, and leaves out what is no object", () => {
    const text = `kind: List
items:
  - kind: A
  - { kind: ConfigMapList, items: [{ kind: B }] }
---
# nothing
---
just text
---
kind: C
items: 1
`;
    expect(parseObjects(text).map(({ kind }) => kind)).toEqual(["A", "B", "C"]);
  });

  test("takes the last of two equal keys, as helm does", () => {
    expect(parseObjects("a: 1\na: 2\n")).toEqual([{ a: 2 }]);
  });
});
