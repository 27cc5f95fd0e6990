import type { ApiRequest } from "../../test/cluster/api-request.ts";
import { must } from "./api.ts";

/** resourceVersion of everything that is stored, by path of the list and name. */
export type Snapshot = ReadonlyMap<string, string>;

interface Listed {
  readonly items?: readonly {
    readonly metadata: { readonly namespace?: string; readonly name: string; readonly resourceVersion: string };
  }[];
}

interface Resources {
  readonly resources: readonly { readonly name: string; readonly verbs: readonly string[] }[];
}

/** What the cluster itself writes all the time. */
const restless = /^(?:events|nodes|componentstatuses|ipaddresses)$/;
const isHeartbeat = (key: string): boolean => /\/leases kube-(?:system|node-lease)\//.test(key);

/** Of all kinds that the API server has, in their preferred version. */
export const snapshot = async (request: ApiRequest): Promise<Snapshot> => {
  const { groups } = (await must(request, "GET", "/apis")) as {
    readonly groups: readonly { readonly preferredVersion: { readonly groupVersion: string } }[];
  };
  const roots = ["/api/v1", ...groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`)];
  const lists = await Promise.all(
    roots.map(async (root) => {
      const { resources } = (await must(request, "GET", root)) as Resources;
      return resources
        .filter(({ name, verbs }) => verbs.includes("list") && !name.includes("/") && !restless.test(name))
        .map(({ name }) => `${root}/${name}`);
    }),
  );
  const found = await Promise.all(
    lists.flat().map(async (list) => {
      const { items = [] } = (await must(request, "GET", list)) as Listed;
      return items.map(
        ({ metadata }) => [`${list} ${metadata.namespace ?? ""}/${metadata.name}`, metadata.resourceVersion] as const,
      );
    }),
  );
  return new Map(found.flat().filter(([key]) => !isHeartbeat(key)));
};

/** What was written between two snapshots. */
export const written = (before: Snapshot, after: Snapshot): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).sort();

const mostLooks = 60;

/** A snapshot that stays: whatever was changed, the cluster's own controllers have followed it. */
export const settledSnapshot = async (request: ApiRequest): Promise<Snapshot> => {
  let last = await snapshot(request);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const next = await snapshot(request);
    if (written(last, next).length === 0) return next;
    last = next;
  }
  throw new Error("the cluster does not come to rest");
};
