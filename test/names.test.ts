import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const src = resolve(import.meta.dirname, "../src");
const exported = /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm;

test("no two files export one name for two things", () => {
  const declared = globSync("**/*.ts", { cwd: src })
    .sort()
    .flatMap((file) =>
      [...readFileSync(join(src, file), "utf8").matchAll(exported)].map(([, name = ""]) => ({ name, file })),
    );
  const twice = [...Map.groupBy(declared, ({ name }) => name)].filter(([, places]) => places.length > 1);
  expect(twice.map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(", ")}`)).toEqual([]);
});
