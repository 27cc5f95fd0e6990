import { readFileSync } from "node:fs";
import type { KitObject } from "./kit-objects.ts";
import { type KitMode, kitText } from "./kit-text.ts";

/** What the chart, base and overlays of the example hold; test/docs/rbac.test.ts holds it against them. */
export const documentedObjects = new URL("stack-objects.json", import.meta.url);

const release = { name: "prometheus-stack", namespace: "monitoring" } as const;

/** The text of docs/rbac/<mode>.yaml. */
export const documentedKit = (mode: KitMode): string => {
  const objects = JSON.parse(readFileSync(documentedObjects, "utf8")) as readonly KitObject[];
  const account = {
    namespace: "prometheus-stack-ci",
    name: `prometheus-stack-${mode}`,
    exporterNamespace: "gpu-operator",
  };
  return kitText(mode, { objects, release }, account);
};
