import { isObject, valueAt } from "../kubernetes/manifest.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const configmapKeyInvalid: Check = {
  id: "configmap-key-invalid",
  title: "A key of a ConfigMap or Secret has characters that the API server refuses.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const kind of ["ConfigMap", "Secret"])
      for (const object of ownObjects(resolution, kind))
        for (const field of ["data", "binaryData", "stringData"]) {
          const data = valueAt(object.body, [field]);
          for (const key of isObject(data) ? Object.keys(data) : [])
            if (!isKey(key))
              yield objectProblem(
                object,
                `the key ${JSON.stringify(key)} is refused by the API server: letters, digits, \`-\`, \`_\` and \`.\` are allowed, 253 at most`,
                [field, key],
              );
        }
  },
};

/** https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object */
const isKey = (key: string): boolean =>
  /^[-._a-zA-Z0-9]+$/.test(key) && key.length <= 253 && key !== "." && !key.startsWith("..");
