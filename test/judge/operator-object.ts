import type { JsonObject } from "../../src/kubernetes/manifest.ts";

/** A namespace that every court has, and that its operator is told to ignore. */
export const sealed = "sealed";

/** What a court's operator is told, unless it is told otherwise. */
export const usualFlags: readonly string[] = [`--deny-namespaces=${sealed}`];

/** The operator of that release as a render would hold it, with these flags. */
export const operatorObject = (version: string, flags: readonly string[]): JsonObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "operator", namespace: "judge" },
  spec: {
    template: {
      spec: {
        containers: [
          { name: "operator", image: `operator:v${version}`, args: ["--prometheus-config-reloader=none", ...flags] },
        ],
      },
    },
  },
});
