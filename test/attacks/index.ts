import type { Attack } from "./attack.ts";
import { installScript } from "./install-script.ts";
import { kustomizations } from "./kustomization.ts";
import { valueAttacks } from "./values.ts";

/** Every hostile tree, a theme after the other. */
export const attacks: readonly Attack[] = [...installScript, ...valueAttacks, ...kustomizations];
export const honest: readonly Attack[] = [{ name: "the example stack", ends: null }];
