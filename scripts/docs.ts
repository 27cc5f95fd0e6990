// Writes every generated text: the checks' index, the schema of the configuration file, the tables of inputs and outputs in the README, the options of
// the command line, the rules of imports, and the release in links to the operator's source. CI compares by `git diff --exit-code`.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { inputsTable, outputsTable, replaceGenerated } from "./docs/action-tables.ts";
import { checksIndex } from "./docs/checks-index.ts";
import { commandLineInputs } from "./docs/command-line-inputs.ts";
import { configSchemaText } from "./docs/config-schema-text.ts";
import { floorRules } from "./docs/floor-rules.ts";
import { withOperatorRelease } from "./docs/operator-links.ts";

const action: unknown = parse(readFileSync("action.yml", "utf8"));
const readme = readFileSync("README.md", "utf8");
writeFileSync(
  "README.md",
  replaceGenerated(replaceGenerated(readme, "inputs", inputsTable(action)), "outputs", outputsTable(action)),
);
writeFileSync("docs/checks.md", checksIndex());
writeFileSync("src/cli/data/inputs.json", `${JSON.stringify(commandLineInputs(action), null, 2)}\n`);
writeFileSync("docs/config.schema.json", configSchemaText());
writeFileSync("biome.floors.json", floorRules());
for (const page of globSync("docs/checks/*.md")) writeFileSync(page, withOperatorRelease(readFileSync(page, "utf8")));
