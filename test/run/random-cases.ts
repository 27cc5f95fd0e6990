// In a run of everything random cases follow from its seed: what passed passes again, and what failed fails again.
import fc from "fast-check";
import { partSeed } from "../../scripts/test-options.ts";

const seed = partSeed(process.env);
if (seed !== null) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
