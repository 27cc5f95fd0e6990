import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const src = resolve(import.meta.dirname, "../src");
const exported = /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm;

/** These read the same of an object in another form; the rooms that have them do not see each other. */
const sameThing = new Set(["nameOf", "namespaceOf", "refOf", "textAt", "textsAt"]);

test("no two files export one name for two things", () => {
  const declared = globSync("**/*.ts", { cwd: src })
    .sort()
    .flatMap((file) =>
      [...readFileSync(join(src, file), "utf8").matchAll(exported)].map(([, name = ""]) => ({ name, file })),
    );
  const twice = [...Map.groupBy(declared, ({ name }) => name)].filter(
    ([name, places]) => places.length > 1 && !sameThing.has(name),
  );
  expect(twice.map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(", ")}`)).toEqual([]);
});
