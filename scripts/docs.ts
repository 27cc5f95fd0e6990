// Writes every generated file: the list of checks and their index, the schema of the configuration file, the tables of
// inputs and outputs in the README, the options of the command line, the rules of imports, the release in links to
// the operator's source, what alerts say of their check, the permissions of each mode, and the example stack. CI
// compares by `git diff --exit-code`.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";
import { newTree } from "../src/init/new-tree.ts";
import { receiverKinds } from "../src/init/receivers.ts";
import { treeNames } from "../src/init/tree-names.ts";
import { inputsTable, outputsTable, replaceGenerated } from "./docs/action-tables.ts";
import { checksModule } from "./docs/checks-module.ts";
import { commandLineInputs } from "./docs/command-line-inputs.ts";
import { floorRules } from "./docs/floor-rules.ts";
import { withOperatorRelease } from "./docs/operator-links.ts";
import { documentedKit } from "./docs/rbac/documented-kit.ts";
import { kitModes } from "./docs/rbac/kit-text.ts";
import { ruleHelpOf } from "./docs/rule-help.ts";

writeFileSync("src/checks/index.ts", checksModule("src/checks"));
// Only now: these read the list that was just written.
const { checksIndex } = await import("./docs/checks-index.ts");
const { configSchemaText } = await import("./docs/config-schema-text.ts");
writeFileSync("docs/checks.md", checksIndex());
writeFileSync("docs/config.schema.json", configSchemaText());

const action: unknown = parse(readFileSync("action.yml", "utf8"));
const readme = readFileSync("README.md", "utf8");
writeFileSync(
  "README.md",
  replaceGenerated(replaceGenerated(readme, "inputs", inputsTable(action)), "outputs", outputsTable(action)),
);
writeFileSync("src/cli/data/inputs.json", `${JSON.stringify(commandLineInputs(action), null, 2)}\n`);
writeFileSync("biome.floors.json", floorRules());
const pages = globSync("docs/checks/*.md").sort();
for (const page of pages) writeFileSync(page, withOperatorRelease(readFileSync(page, "utf8")));
const help = pages.map((page) => {
  const id = basename(page, ".md");
  return [id, ruleHelpOf(id, readFileSync(page, "utf8"))];
});
writeFileSync("src/report/sarif/data/rule-help.json", `${JSON.stringify(Object.fromEntries(help), null, 2)}\n`);
mkdirSync("docs/rbac", { recursive: true });
for (const mode of kitModes) writeFileSync(`docs/rbac/${mode}.yaml`, documentedKit(mode));
// What `init` writes beside these belongs to no tree under test.
const example = newTree({
  folder: "fixtures/prometheus-stack",
  names: treeNames("gpu-operator", undefined),
  receiver: receiverKinds[0],
});
for (const { path, text } of example) if (existsSync(path)) writeFileSync(path, text);
