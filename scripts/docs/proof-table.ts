import { readFileSync } from "node:fs";
import { checks } from "../../src/checks/index.ts";
import { strikesOf } from "../../test/attacks/attack.ts";
import { attacks } from "../../test/attacks/index.ts";
import { fixtures } from "../../test/checks/fixtures.ts";
import { plantedFaults } from "../../test/rig/faults/all-faults.ts";
import { replay, tamperedCases } from "../tamper/tampered.ts";

/** What is proved and by which command, for the README: every figure is one that the command beside it prints. */
export const proofTable = (): string =>
  [
    "| What is tried | How much | By |",
    "| --- | --- | --- |",
    ...rows().map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n");

const rows = (): readonly (readonly (string | number)[])[] => {
  const { repositories, errors, warnings } = publicTrees(readFileSync("docs/precision.md", "utf8"));
  return [
    [
      `Trees that are wrong in one way, or right where they look wrong, for [${checks.length} checks](docs/checks.md)`,
      fixtures.length,
      "`npm test -- test/checks/fixtures.test.ts`",
    ],
    [
      "Faults planted in a stack that runs, which [`mode: verify`](docs/verify.md) has to name",
      plantedFaults.length,
      "`npm run faults -- planted`",
    ],
    [
      `Errors on ${repositories} public repositories, each read by hand: [false ones](docs/precision.md)`,
      `${errors.false} of ${errors.all}`,
      "`npm run precision`",
    ],
    ["Warnings on them, likewise", `${warnings.false} of ${warnings.all}`, "`npm run precision`"],
    [
      "[Hostile trees](docs/threat-model.md) that want to run, read, send or print something",
      strikesOf(attacks).length,
      "`npm run attacks`",
    ],
    [
      "Deploys of something else than [what was approved](docs/plan.md), on a real API server",
      [...tamperedCases, replay].length,
      "`npm run tamper`",
    ],
  ];
};

interface Counted {
  readonly all: number;
  readonly false: number;
}

/** The sums that `npm run precision` wrote. Throws where the page has none. */
const publicTrees = (
  page: string,
): { readonly repositories: number; readonly errors: Counted; readonly warnings: Counted } => {
  const [, repositories, errors, falseErrors] =
    /^\| \*\*(\d+) repositories\*\*[ |]*\*\*(\d+)\*\* \| \*\*\d+\*\* \| \*\*\d+\*\* \| \*\*(\d+)\*\*/m.exec(page) ?? [];
  const [, warnings, falseWarnings] =
    /^\| \*\*\d+ checks\*\* \| \*\*(\d+)\*\* \| \*\*\d+\*\* \| \*\*\d+\*\* \| \*\*(\d+)\*\*/m.exec(page) ?? [];
  if (repositories === undefined || warnings === undefined) throw new Error("docs/precision.md has no sums");
  return {
    repositories: Number(repositories),
    errors: { all: Number(errors), false: Number(falseErrors) },
    warnings: { all: Number(warnings), false: Number(falseWarnings) },
  };
};
