import type { Completed } from "./exec.ts";
import type { Asked } from "./memory.ts";
import type { Outside } from "./outside.ts";

/** Stands for the scratch folder, which has another name in each run. */
const placeholder = "<the scratch folder of prometheus-stack-action>";

/**
 * What a command said when exactly this was asked before; else it is run, and kept where it succeeded: what fails is
 * tried again. `asked` must name all that decides what it says: the program by its digest, arguments, files.
 */
export const rememberedCommand = async (
  asked: Asked,
  run: () => Promise<Completed>,
  { memory, scratch }: Pick<Outside, "memory" | "scratch">,
): Promise<Completed> => {
  const known = memory.recall(asked);
  if (known !== null) return unpacked(known.replaceAll(placeholder, scratch.dir));
  const completed = await run();
  const said = packed(completed);
  if (completed.code === 0 && !said.includes(placeholder))
    memory.keep(asked, said.replaceAll(scratch.dir, placeholder));
  return completed;
};

/** No program prints it, and YAML cannot hold it. */
const border = "\0";

const packed = ({ stdout, stderr }: Completed): string => `${stderr}${border}${stdout}`;

const unpacked = (said: string): Completed => {
  const at = said.indexOf(border);
  return { code: 0, stderr: said.slice(0, at), stdout: said.slice(at + border.length), durationMs: 0 };
};
