import type { GrowthCase } from "./measure-growth.ts";
import { yamlCases } from "./yaml-cases.ts";

/** Every pass that is measured. */
export const growthCases: readonly GrowthCase[] = [...yamlCases];
