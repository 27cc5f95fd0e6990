import { isObject, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";

/** The bytes of a ConfigMap's values, all together. */
export const dataBytes = (configMap: JsonObject): number =>
  ["data", "binaryData"]
    .map((field) => valueAt(configMap, [field]))
    .filter(isObject)
    .flatMap((data) => Object.values(data))
    .reduce<number>((sum, text) => sum + Buffer.byteLength(String(text)), 0);

/** 1 MiB, all values together: https://kubernetes.io/docs/concepts/configuration/configmap/#motivation */
export const mostDataBytes = 1024 * 1024;
