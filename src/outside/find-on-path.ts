import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";

/** Absolute path of the first executable file of that name on PATH. Relative entries are passed over: they would find files of the workspace. */
export const findOnPath = async (name: string, path: string | undefined): Promise<string | undefined> => {
  for (const folder of (path ?? "").split(delimiter).filter(isAbsolute)) {
    const file = join(folder, name);
    if (await isExecutableFile(file)) return file;
  }
  return undefined;
};

const isExecutableFile = async (file: string): Promise<boolean> => {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
};
