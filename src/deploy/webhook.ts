import { namespaceName } from "../core/forms.ts";
import { type Deadline, pause } from "../kubectl/deadline.ts";
import { objectsOf } from "../kubectl/kubectl-output.ts";
import { listIn } from "../kubectl/kubectl-words.ts";
import { objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";

/** A Service that stands before an admission webhook. */
export interface WebhookService {
  readonly namespace: string;
  readonly name: string;
}

const webhookKinds: readonly string[] = ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"];

/** The Services of the chart's webhooks that judge objects of these resources, e.g. `prometheusrules`. */
export const webhooksFor = (kinds: readonly string[], chart: readonly Manifest[]): readonly WebhookService[] => {
  const resources = kinds.map((kind) => `${kind.toLowerCase()}s`);
  const services = chart
    .filter(({ ref }) => webhookKinds.includes(ref.kind))
    .flatMap(({ body }) => objectsAt(body, ["webhooks"]))
    .filter((webhook) =>
      objectsAt(webhook, ["rules"]).some(
        ({ resources: judged }) => Array.isArray(judged) && resources.some((one) => judged.includes(one)),
      ),
    )
    .map((webhook) => ({
      namespace: textOrEmpty(webhook, ["clientConfig", "service", "namespace"]),
      name: textOrEmpty(webhook, ["clientConfig", "service", "name"]),
    }));
  const byName = new Map(services.map((service) => [`${service.namespace}/${service.name}`, service]));
  // The chart names them: what is no Service's name would say more in a label selector.
  return [...byName.values()].filter((one) => namespaceName.fits(one.name) && namespaceName.fits(one.namespace));
};

const pollMs = 1000;
const longestMs = 30_000;

/**
 * Waits until each Service has an endpoint that is ready, at most 30 s: with failurePolicy Ignore, as the chart
 * sets it, a rule that is applied before would go in unjudged. With Fail the apply itself is repeated, so
 * nothing depends on this wait.
 */
export const waitForWebhooks = async (
  services: readonly WebhookService[],
  {
    cluster,
    outside,
    deadline,
  }: {
    readonly cluster: Cluster;
    readonly outside: Pick<Outside, "log" | "signal" | "now">;
    readonly deadline: Deadline;
  },
): Promise<void> => {
  const end = outside.now() + Math.min(longestMs, deadline.left());
  for (const service of services) {
    while ((await isReady(service, cluster)) === false) {
      if (outside.now() >= end) {
        outside.log.info(
          `The admission webhook behind Service ${service.namespace}/${service.name} has no ready endpoint; going on without it`,
        );
        break;
      }
      await pause(pollMs, outside);
    }
  }
};

/** Null where this account may not read it. */
const isReady = async ({ namespace, name }: WebhookService, cluster: Cluster): Promise<boolean | null> => {
  const selector = `kubernetes.io/service-name=${name}`;
  const done = await cluster.kubectl(listIn(namespace, "endpointslices.discovery.k8s.io", [["selector", selector]]));
  if (done.code !== 0) return null;
  return objectsOf(done.stdout)
    .flatMap((slice) => objectsAt(slice, ["endpoints"]))
    .some(({ conditions }) => (conditions as { readonly ready?: boolean } | undefined)?.ready !== false);
};
