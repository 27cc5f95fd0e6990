import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Makes a folder of the commands of a check with helm 3 as helm, from one that has `helm3` beside them. */
export const withHelm3 = (folder: string, from: string): string => {
  mkdirSync(folder, { recursive: true });
  for (const name of ["kubectl", "kubeconform", "promtool"]) symlinkSync(join(from, name), join(folder, name));
  symlinkSync(join(from, "helm3"), join(folder, "helm"));
  return folder;
};
