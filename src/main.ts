import { removeLeftovers } from "./machine/files/remove-leftovers.ts";

// The runner calls the same file again after the job, with the state that the first call kept: that
// needs nothing of the program.
const left = process.env["STATE_scratch"] ?? "";
if (left !== "") await removeLeftovers(left);
else {
  const { step } = await import(/* webpackIgnore: true */ "./program.ts");
  await step();
}
