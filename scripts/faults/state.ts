import { setTimeout as sleep } from "node:timers/promises";
import type { ApiRequest } from "../../test/cluster/api-request.ts";
import { must, paths } from "../tamper/api.ts";
import type { Wanted } from "./ground.ts";

interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly unknown[];
}

interface List {
  readonly items?: readonly { readonly metadata: Metadata }[];
}

const lists = [
  "/api/v1/namespaces",
  ...["configmaps", "secrets", "services", "serviceaccounts"].map((name) => `/api/v1/${name}`),
  ...["deployments", "daemonsets", "statefulsets"].map((name) => `/apis/apps/v1/${name}`),
  ...["clusterroles", "clusterrolebindings", "roles", "rolebindings"].map(
    (name) => `/apis/rbac.authorization.k8s.io/v1/${name}`,
  ),
  ...["prometheuses", "alertmanagers", "prometheusrules", "servicemonitors"].map(
    (name) => `/apis/monitoring.coreos.com/v1/${name}`,
  ),
  "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
  "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
];

/** uid of every object that people or charts make, by where it lies; not what helm notes of its revisions. */
export const objectsIn = async (request: ApiRequest): Promise<ReadonlyMap<string, string>> => {
  const found = await Promise.all(
    lists.map(async (list) => {
      const answer = await request("GET", list);
      if (answer.status === 404) return [];
      const { items = [] } = (answer.status === 200 ? answer.body : await must(request, "GET", list)) as List;
      return items
        .filter(({ metadata }) => metadata.labels?.["owner"] !== "helm")
        .map(({ metadata }) => [`${list} ${metadata.namespace ?? ""}/${metadata.name}`, metadata.uid] as const);
    }),
  );
  return new Map(found.flat());
};

/** What was there before and is gone, or is another object of the same name. */
export const lost = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] =>
  [...before].filter(([key, uid]) => after.get(key) !== uid).map(([key]) => key);

/** The revisions of the release that helm keeps, oldest first, e.g. `3 deployed`. */
export const revisionsIn = async (request: ApiRequest): Promise<readonly { number: number; status: string }[]> => {
  const { items = [] } = (await must(
    request,
    "GET",
    "/api/v1/namespaces/monitoring/secrets?labelSelector=owner%3Dhelm",
  )) as List;
  return items
    .map(({ metadata: { labels = {} } }) => ({ number: Number(labels["version"]), status: labels["status"] ?? "" }))
    .sort((a, b) => a.number - b.number);
};

interface Lease {
  readonly spec?: {
    readonly holderIdentity?: string;
    readonly leaseDurationSeconds?: number;
    readonly renewTime?: string;
    readonly acquireTime?: string;
  };
}

/** Who holds the lock, and for how many seconds more at most; null where nobody does. */
export const lockIn = async (
  request: ApiRequest,
): Promise<{ readonly holder: string; readonly leftSeconds: number } | null> => {
  const { status, body } = await request("GET", paths.lease);
  const { holderIdentity = "", renewTime = "", leaseDurationSeconds = 0 } = (body as Lease).spec ?? {};
  if (status !== 200 || holderIdentity === "") return null;
  return { holder: holderIdentity, leftSeconds: (Date.parse(renewTime) - Date.now()) / 1000 + leaseDurationSeconds };
};

const skewMs = 5000;
/** A pending revision has to be older than the end of its holder's lock, as it is where that lasts its minute. */
const ageMs = 4000;

/**
 * As if the time that a lock lasts had passed: from here on it lasts a second, and was renewed so long ago that it has
 * just expired, also by clocks that differ.
 */
export const letLockExpire = async (request: ApiRequest): Promise<void> => {
  await sleep(ageMs);
  const renewTime = new Date(Date.now() - skewMs - 1200).toISOString().replace("Z", "000Z");
  await must(request, "PATCH", paths.lease, { spec: { renewTime, leaseDurationSeconds: 1 } });
};

/** What of a commit is not live; empty: all of it is. */
export const notLive = async (request: ApiRequest, { days }: Wanted): Promise<readonly string[]> => {
  const [base, prometheus, rule, record] = (await Promise.all(
    [paths.contacts, paths.prometheus, paths.usage, paths.record].map((path) => must(request, "GET", path)),
  )) as [
    { data: Record<string, string> },
    { spec: { retention: string } },
    { spec: { groups: { rules: { for?: string }[] }[] } },
    { data: Record<string, string> },
  ];
  const waits = rule.spec.groups.flatMap(({ rules }) => rules.map((one) => one.for));
  const noted = JSON.parse(record.data["deployed.json"] ?? "{}") as { readonly objects?: readonly unknown[] };
  return [
    ...(base.data["days"] === `${days}` ? [] : [`base has ${base.data["days"]} days, and not ${days}`]),
    ...(prometheus.spec.retention === `${days}d` ? [] : [`the release has ${prometheus.spec.retention}`]),
    ...(waits.includes(`${days}m`) ? [] : [`the overlay has ${waits.join(", ")}`]),
    ...((noted.objects?.length ?? 0) > 5 ? [] : ["what is deployed was not noted"]),
  ];
};
