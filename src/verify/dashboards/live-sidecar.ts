import { objectAt, objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { DashboardFile } from "../../signal/dashboards/dashboard-file.ts";
import {
  labelText,
  looksAtKind,
  namesFor,
  type Sidecar,
  selectsLabels,
  sidecarsOf,
  watchesNamespace,
} from "../../signal/grafana/sidecar.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World } from "../../world/world.ts";
import type { Known } from "../reach/known.ts";
import { gotFrom, type Reader } from "../reach/reader.ts";
import type { Scene } from "../scene.ts";
import type { Sight } from "../verification.ts";

/** What is seen of a condition; `what` is a clause. */
export interface Seen {
  readonly sight: Sight;
  readonly what: string;
}

/** How a file comes to Grafana in the cluster. */
export interface LiveWay {
  readonly selected: Seen;
  readonly watched: Seen;
}

/** The sidecar of the Grafana that runs, and the objects whose keys it should write. */
export interface LiveSidecar {
  wayOf(file: DashboardFile): LiveWay;
}

/**
 * Reads the workload of Grafana and, for each namespace with a dashboard of the stack's own, the metadata of its
 * ConfigMaps (and Secrets): one request each, without the texts that they hold.
 */
export const liveSidecar = async (
  { api, resolution }: Scene,
  files: readonly DashboardFile[],
): Promise<LiveSidecar> => {
  const { world } = resolution;
  const sidecars = await sidecarsNow(api, resolution.dashboards.grafana.pods[0], world);
  const holders = Map.groupBy(files, (file) => listPath(file, world));
  const listed = new Map(
    await Promise.all([...holders.keys()].map(async (path) => [path, await metadataAt(api, path)] as const)),
  );
  return {
    wayOf: (file) => {
      if (file.by === "mount") {
        const what = `Grafana mounts the ${file.object.ref.kind}: its pod would not start without`;
        return { selected: { sight: "cannot-be-seen", what }, watched: { sight: "cannot-be-seen", what } };
      }
      const held = listed.get(listPath(file, world)) ?? { ok: false, why: "nobody asked" };
      return { selected: selectedNow(file, held, sidecars, world), watched: watchedNow(file, sidecars, world) };
    },
  };
};

type Pod = Parameters<typeof sidecarsOf>[0];

const sidecarsNow = async (api: Reader, pod: Pod | undefined, world: World): Promise<Known<readonly Sidecar[]>> => {
  if (pod === undefined) return { ok: false, why: "no Grafana is part of the stack" };
  const { kind, name } = pod.object.ref;
  const path = `/apis/apps/v1/namespaces/${namespaceOf(pod.object, world)}/${kind.toLowerCase()}s/${name}`;
  const got = await api.get(path);
  if (!got.ok) return { ok: false, why: got.why };
  const spec = objectAt(got.body, ["spec", "template", "spec"]);
  const containers = [...objectsAt(spec, ["initContainers"]), ...objectsAt(spec, ["containers"])];
  return { ok: true, value: sidecarsOf({ ...pod, containers }, "dashboard") };
};

const listPath = ({ object }: DashboardFile, world: World): string =>
  `/api/v1/namespaces/${namespaceOf(object, world)}/${object.ref.kind.toLowerCase()}s`;

/** https://kubernetes.io/docs/reference/using-api/api-concepts/#metadata-only-fetches */
const metadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

const metadataAt = async (api: Reader, path: string): Promise<Known<ReadonlyMap<string, JsonObject>>> => {
  const got = gotFrom(await api.ask({ path, headers: { accept: metadataOnly } }), api.where);
  if (!got.ok) return { ok: false, why: got.why };
  const items = objectsAt(got.body, ["items"]);
  return { ok: true, value: new Map(items.map((item) => [textAt(item, ["metadata", "name"]) ?? "", item])) };
};

/** The variables that choose objects; those by which it asks Grafana to read again come from a Secret as a rule. */
const deciding: ReadonlySet<string> = new Set(["LABEL", "LABEL_VALUE", "RESOURCE", "RESOURCE_NAME"]);

const selectedNow = (
  file: DashboardFile,
  held: Known<ReadonlyMap<string, JsonObject>>,
  sidecars: Known<readonly Sidecar[]>,
  world: World,
): Seen => {
  const { ref } = file.object;
  if (!sidecars.ok) return { sight: "cannot-be-seen", what: `the sidecar cannot be seen: ${sidecars.why}` };
  const [first] = sidecars.value;
  if (first === undefined)
    return {
      sight: "not-seen",
      what: "the Grafana that runs has no sidecar that brings it dashboards from ConfigMaps",
    };
  if (!held.ok) return { sight: "cannot-be-seen", what: `the ${ref.kind}s cannot be listed: ${held.why}` };
  const body = held.value.get(ref.name);
  if (body === undefined) return { sight: "not-seen", what: `the cluster has no ${ref.kind} ${ref.name} there` };
  const object = { ...file.object, body };
  const taken = sidecars.value.some(
    (one) =>
      looksAtKind(one, object) && (namesFor(one, object, world)?.includes(ref.name) ?? selectsLabels(one, object)),
  );
  if (taken) return { sight: "seen", what: `the ${ref.kind} in the cluster has the label ${labelText(first)}` };
  if (first.unseen.some((name) => deciding.has(name)))
    return { sight: "cannot-be-seen", what: "the sidecar takes its label from elsewhere (valueFrom)" };
  return { sight: "not-seen", what: `the sidecar that runs takes ${labelText(first)}, and not this ${ref.kind}` };
};

const watchedNow = (file: DashboardFile, sidecars: Known<readonly Sidecar[]>, world: World): Seen => {
  if (!sidecars.ok) return { sight: "cannot-be-seen", what: `the sidecar cannot be seen: ${sidecars.why}` };
  const [first] = sidecars.value;
  if (first === undefined) return { sight: "cannot-be-seen", what: "there is no sidecar that looks anywhere" };
  const namespace = namespaceOf(file.object, world);
  const watched = first.namespaces.includes("ALL") ? "all namespaces" : first.namespaces.join(", ");
  if (sidecars.value.some((one) => watchesNamespace(one, namespace)))
    return { sight: "seen", what: `the sidecar that runs looks into ${watched}` };
  if (first.unseen.includes("NAMESPACE"))
    return { sight: "cannot-be-seen", what: "the sidecar takes its namespaces from elsewhere (valueFrom)" };
  return { sight: "not-seen", what: `the sidecar that runs looks into ${watched} only` };
};
