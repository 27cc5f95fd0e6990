import { objectsAt } from "../kubernetes/json-fields.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import { allManifests, type Render } from "../render/render.ts";

/**
 * Whether a Grafana of the render is given alert rules of its own, by the chart's sidecar for alerts or by a file: it
 * evaluates and notifies by itself, and those rules are not read here.
 * https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/file-provisioning/
 */
export const hasGrafanaAlerting = (render: Render): boolean => allManifests(render).some(isProvisioned);

const isProvisioned = ({ ref, body }: Manifest): boolean => {
  if (ref.kind !== "Deployment" && ref.kind !== "StatefulSet") return false;
  const mounts = objectsAt(body, ["spec", "template", "spec", "containers"]).flatMap((container) =>
    objectsAt(container, ["volumeMounts"]),
  );
  return mounts.some((mount) => String(mount["mountPath"]).startsWith("/etc/grafana/provisioning/alerting"));
};
