import { exporterContainer, isNamedExporter, podOf } from "../../dcgm/exporter-objects.ts";
import { exporterSettingsOf } from "../../dcgm/exporter-settings.ts";
import { objectAt, objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import type { World } from "../../world/world.ts";
import { endpointPath } from "./endpoint-path.ts";
import type { ScrapeFailure } from "./scrape-fault.ts";
import type { PredictedTarget } from "./targets.ts";

/**
 * Whether Prometheus asks dcgm-exporter by TLS, which it speaks only with a web configuration. Unknown behind a proxy,
 * and where a client certificate is shown: a service mesh then answers in the exporter's stead.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/pkg/cmd/app.go
 */
export const wrongScheme = (target: PredictedTarget, world: World): ScrapeFailure | null => {
  const { workload, monitor, url } = target;
  if (!url.startsWith("https://") || workload === null || !isNamedExporter(workload.body)) return null;
  const pod = podOf(workload.body) ?? {};
  const exporter = exporterContainer(pod);
  if (exporter === undefined || hasWebConfiguration(exporter)) return null;
  const endpoint = endpointPath(monitor, target.endpoint);
  const scheme = [...endpoint, "scheme"];
  const settings = objectAt(monitor.body, endpoint);
  // The values of the exporter's own chart may turn TLS on.
  const isHidden = exporterSettingsOf(exporter).hidden || (workload.manifest === null && isStandalone(world));
  const doubtful = isHidden || !isAsked(target, exporter, pod) || showsCertificate(settings);
  return {
    status: target.certain && !doubtful ? "broken" : "unknown",
    why: doubtful
      ? "Prometheus asks for https, and whether dcgm-exporter, or what stands before it, answers by TLS cannot be seen."
      : "Prometheus asks for https, and dcgm-exporter answers by plain HTTP, for it has no `--web-config-file`: every scrape fails.",
    object: monitor,
    path: valueAt(monitor.body, scheme) === undefined ? endpoint : scheme,
    advice: "Ask for `scheme: http`, or give the exporter a web configuration with a certificate.",
  };
};

const isStandalone = ({ exporter }: World): boolean => exporter.source === "dcgm-exporter";

const hasWebConfiguration = (container: JsonObject): boolean =>
  /web[-_]config/i.test(JSON.stringify([container["command"], container["args"], container["env"]]));

/** Whether the port is of the exporter's container, and not of another one in its pods. */
const isAsked = ({ discovered }: PredictedTarget, exporter: JsonObject, pod: JsonObject): boolean => {
  const name = discovered["__meta_kubernetes_pod_container_name"];
  return name === undefined
    ? objectsAt(pod, ["spec", "containers"]).length === 1
    : name === (textAt(exporter, ["name"]) ?? "");
};

const showsCertificate = (settings: JsonObject): boolean =>
  ["cert", "certFile", "keyFile", "keySecret"].some((field) => valueAt(settings, ["tlsConfig", field]) !== undefined);
