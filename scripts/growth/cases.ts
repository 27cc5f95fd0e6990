import type { GrowthCase } from "./measure-growth.ts";
import { textCases } from "./text-cases.ts";
import { treeCases } from "./tree-cases.ts";
import { yamlCases } from "./yaml-cases.ts";

/** Every pass that is measured. */
export const growthCases: readonly GrowthCase[] = [...yamlCases, ...textCases, ...treeCases];
