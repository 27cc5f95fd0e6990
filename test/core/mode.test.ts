import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { modeNames, modeNeeds, stagesWithout } from "../../src/core/mode.ts";
import { stageNames } from "../../src/core/stage.ts";

test("check needs no cluster, and is for everybody", () => {
  expect(modeNeeds("check")).toMatchObject({ cluster: false, forWritersOnly: false });
  expect(stagesWithout("check")).toEqual(["plan", "deploy", "verify", "rollback"]);
});

test.each(modeNames)("mode %s: whatever changes a cluster is for writers alone", (name) => {
  const { stages, cluster, forWritersOnly } = modeNeeds(name);
  if (stages.includes("deploy")) expect({ cluster, forWritersOnly }).toEqual({ cluster: true, forWritersOnly: true });
});

test.each(modeNames)("mode %s: its stages and those that it skips are all there are, in their order", (name) => {
  const { stages } = modeNeeds(name);
  expect(stageNames.filter((stage) => stages.includes(stage))).toEqual(stages);
  expect([...stages, ...stagesWithout(name)].toSorted()).toEqual([...stageNames].toSorted());
});

test("action.yml tells every mode", () => {
  const { inputs } = parse(readFileSync(resolve(import.meta.dirname, "../../action.yml"), "utf8"));
  for (const name of modeNames) expect(inputs.mode.description).toContain(`\`${name}\``);
});
