// Writes every generated file: the list of checks and their index, the schema of the configuration file, the tables of
// docs/reference.md, the help in docs/command-line.md, the README's figures, the options of the command line, the rules
// of imports, the release in links to the operator's source, when a check was last seen true, what alerts say of their
// check, the permissions of each mode, and the example stack. CI compares by `git diff --exit-code`.
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
import { lastRun, seenTrue, withSeenTrue } from "./docs/seen-true.ts";

writeFileSync("src/checks/index.ts", checksModule("src/checks"));
// Only now: these read the list that was just written.
const { checksIndex } = await import("./docs/checks-index.ts");
const { configSchemaText } = await import("./docs/config-schema-text.ts");
writeFileSync("docs/checks.md", checksIndex());
writeFileSync("docs/config.schema.json", configSchemaText());

const action: unknown = parse(readFileSync("action.yml", "utf8"));
writeFileSync("src/cli/data/inputs.json", `${JSON.stringify(commandLineInputs(action), null, 2)}\n`);
writeFileSync("biome.floors.json", floorRules());
const { helpBlock, modesTable, reasonsList } = await import("./docs/reference-blocks.ts");
const { proofTable } = await import("./docs/proof-table.ts");
writeBlocks("README.md", { proof: proofTable() });
writeBlocks("docs/command-line.md", { help: helpBlock() });
writeBlocks("docs/reference.md", {
  ...{ modes: modesTable(), reasons: reasonsList() },
  ...{ inputs: inputsTable(action), outputs: outputsTable(action) },
});
const pages = globSync("docs/checks/*.md").sort();
const [seen, day] = [seenTrue(), lastRun()];
for (const page of pages)
  writeFileSync(
    page,
    withSeenTrue(withOperatorRelease(readFileSync(page, "utf8")), seen.get(basename(page, ".md")), day),
  );
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

/** Writes the generated parts of a page, by the names of their marks. */
function writeBlocks(page: string, blocks: Readonly<Record<string, string>>): void {
  const text = Object.entries(blocks).reduce(
    (written, [name, content]) => replaceGenerated(written, name, content),
    readFileSync(page, "utf8"),
  );
  writeFileSync(page, text);
}
