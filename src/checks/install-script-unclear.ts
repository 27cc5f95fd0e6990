import type { Check } from "./check.ts";

export const installScriptUnclear: Check = {
  id: "install-script-unclear",
  title: "install.sh holds something that could not be understood, or that is refused.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    yield* stack.install?.unclear ?? [];
  },
};
