import type { Outside } from "../../outside/outside.ts";

/** Writes what the next run may use again. A cache folder that cannot be written costs time, not the run. */
export const keep = async (
  path: string,
  text: string,
  { files, log }: Pick<Outside, "files" | "log">,
): Promise<void> => {
  try {
    await files.write(path, text);
  } catch (thrown) {
    log.debug(`${path} could not be written: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
};
