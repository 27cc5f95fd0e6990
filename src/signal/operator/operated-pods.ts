import { labelsAt, objectsAt, textsAt } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { Peer } from "../../world/network-access.ts";
import { unseen } from "../../world/unseen.ts";
import type { World, WorldObject } from "../../world/world.ts";

/**
 * The pods that the operator makes of a Prometheus or an Alertmanager, as network policies see them; null where they
 * are on the network of their nodes, where no policy is about them.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/prometheus/server/operator.go
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/alertmanager/operator.go
 */
export const operatedPods = (object: WorldObject, world: World): Peer | null => {
  const { kind, name } = object.ref;
  if (valueAt(object.body, ["spec", "hostNetwork"]) === true) return null;
  const own: Labels =
    kind === "Prometheus"
      ? {
          "operator.prometheus.io/name": name,
          "operator.prometheus.io/shard": unseen(`shard of Prometheus ${name}`),
          "app.kubernetes.io/name": "prometheus",
          prometheus: name,
        }
      : { "app.kubernetes.io/name": "alertmanager", alertmanager: name };
  return {
    namespace: namespaceOf(object, world),
    labels: {
      ...Object.fromEntries(ofController.map((label) => [label, unseen(`${label} of ${kind} ${name}`)])),
      ...labelsAt(object.body, ["spec", "podMetadata", "labels"]),
      ...own,
      "app.kubernetes.io/instance": name,
      "app.kubernetes.io/managed-by": "prometheus-operator",
    },
    complete: !world.ofKind("Deployment").some(addsLabels),
  };
};

const ofController = [
  ...["app.kubernetes.io/version", "controller-revision-hash", "apps.kubernetes.io/pod-index"],
  "statefulset.kubernetes.io/pod-name",
];

/** The operator's flag `--labels` puts more on all that it makes. */
const addsLabels = ({ body }: WorldObject): boolean =>
  objectsAt(body, ["spec", "template", "spec", "containers"]).some((container) =>
    textsAt(container, ["args"]).some((argument) => /^--?labels=/.test(argument)),
  );
