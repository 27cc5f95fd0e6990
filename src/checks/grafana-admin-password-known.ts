import { objectsAt, textAt } from "../kubernetes/json-fields.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { governedAt, setAt } from "../render/chart/value-sources.ts";
import { dataOf, type GrafanaPod, grafanaPods } from "../signal/grafana/grafana-pod.ts";
import { namespaceOf, objectIn } from "../world/namespaces.ts";
import type { World } from "../world/world.ts";
import type { Check } from "./check.ts";
import { isKnownPassword } from "./own/known-password.ts";

export const grafanaAdminPasswordKnown: Check = {
  id: "grafana-admin-password-known",
  title: "Grafana's admin password is one that everybody knows.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  *find({ stack, resolution: { world } }) {
    const key = ["grafana", "adminPassword"];
    for (const pod of grafanaPods(world)) {
      const password = passwordOf(pod, world);
      if (password === null || !isKnownPassword(password)) continue;
      const isSet = setAt(stack, key) !== null;
      yield {
        message: `Grafana's admin password is ${isSet ? "one of the first that anybody tries" : "the chart's own default, which everybody knows"}`,
        resource: pod.object.ref,
        at: governedAt(stack, [key]),
        fix: {
          description:
            "Name a Secret of the cluster with grafana.admin.existingSecret, or leave the password out: chart 79.0.0 and later make a random one, and keep it.",
          edits: [],
        },
      };
    }
  },
};

/** What the variable of the container is set to: itself, or by a Secret of the render. */
const passwordOf = (pod: GrafanaPod, world: World): string | null => {
  const variable = pod.containers
    .flatMap((container) => objectsAt(container, ["env"]))
    .find(({ name }) => name === "GF_SECURITY_ADMIN_PASSWORD");
  if (variable === undefined) return null;
  const reference = valueAt(variable, ["valueFrom", "secretKeyRef"]);
  if (reference === undefined) return textAt(variable, ["value"]);
  const secret = objectIn(world, "Secret", namespaceOf(pod.object, world), textAt(reference, ["name"]) ?? "");
  return secret === undefined ? null : (dataOf(secret)[textAt(reference, ["key"]) ?? ""] ?? null);
};
