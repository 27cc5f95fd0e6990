import { OperatorError } from "../../src/core/errors.ts";
import type { Exec } from "../../src/outside/exec.ts";

/** Runs a command's own version query and checks that it names `version`. Throws OperatorError when it does not. */
export const checkReportedVersion = async (
  exec: Exec,
  path: string,
  args: readonly string[],
  version: string,
): Promise<void> => {
  const env = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "/" };
  const { code, stdout, stderr } = await exec({ file: path, args, env, timeoutMs: 60_000 });
  const printed = `${stdout}\n${stderr}`;
  // `1.35.4` must not be found in `1.35.40` or `11.35.4`.
  const exact = new RegExp(`(?<![\\d.])${version.replaceAll(".", "\\.")}(?![\\d]|\\.\\d)`);
  if (code === 0 && exact.test(printed)) return;
  throw new OperatorError(
    "tool-missing",
    `${path} ${args.join(" ")} must report ${version}, and reports (exit ${code}): ${printed.trim().slice(0, 300)}`,
    "The linker flags in scripts/tool-build/linker-flags.ts no longer fit this version's sources.",
  );
};
