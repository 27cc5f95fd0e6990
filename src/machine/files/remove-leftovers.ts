import { rm } from "node:fs/promises";

/** The post step: removes what a killed run could not, above all the private helm configuration and kubeconfig. */
export const removeLeftovers = async (scratchDir: string): Promise<void> => {
  await rm(scratchDir, { recursive: true, force: true });
};
