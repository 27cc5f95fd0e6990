import { edit, editObject, otherDigest, type PlanEdit, type WritableObject } from "./edit-plan.ts";

const any = (): boolean => true;
const isLive = ({ live }: WritableObject): boolean => live !== null;
const isLiveDigested = ({ live }: WritableObject): boolean => typeof live?.digest === "string";
const isDigested = ({ wanted }: WritableObject): boolean => wanted !== null;
const ownChange = ({ changes }: WritableObject) => changes.find(({ noise }) => noise === null);
const hasOwnChange = (object: WritableObject): boolean => ownChange(object) !== undefined;
const noisyChange = ({ changes }: WritableObject) => changes.find(({ noise }) => noise !== null);

/** Of a change that the people made. */
const editChange = (name: string, change: (own: WritableObject["changes"][number]) => void): PlanEdit =>
  editObject(name, hasOwnChange, (object) => {
    const own = ownChange(object);
    return own === undefined ? false : change(own);
  });

const whichObjects: readonly PlanEdit[] = [
  edit("an object less", (plan) => plan.objects.shift() !== undefined),
  edit("the last object less", (plan) => plan.objects.pop() !== undefined),
  edit("an object more", (plan) =>
    plan.objects.push({
      layer: "overlay",
      ref: { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRoleBinding", namespace: null, name: "planted" },
      action: "create",
      unverified: null,
      live: null,
      wanted: `hmac-sha256:${"2".repeat(64)}`,
      changes: [],
      owner: null,
    }),
  ),
  edit("an object twice", (plan) => plan.objects[0] !== undefined && plan.objects.push({ ...plan.objects[0] })),
  editObject("an object of another layer", any, (object) => {
    object.layer = object.layer === "base" ? "overlay" : "base";
  }),
  editObject("an object of another name", any, (object) => {
    object.ref.name = `${object.ref.name}-2`;
  }),
  editObject("an object of another namespace", any, (object) => {
    object.ref.namespace = "kube-system";
  }),
  editObject("an object of another kind", any, (object) => {
    object.ref.kind = "ClusterRole";
  }),
  editObject("an object of another API version", any, (object) => {
    object.ref.apiVersion = "v2";
  }),
];

const asTheyAre: readonly PlanEdit[] = [
  ...(["create", "update", "delete", "unchanged"] as const).map((action) =>
    editObject(
      `an object's action told as ${action}`,
      (object) => object.action !== action,
      (object) => {
        object.action = action;
      },
    ),
  ),
  editObject("an object that was made anew", isLive, ({ live }) => {
    if (live !== null) live.uid = "another";
  }),
  editObject("an object that was edited by hand", isLiveDigested, ({ live }) => {
    if (live !== null) live.digest = otherDigest(live.digest ?? "");
  }),
  editObject("an object in the cluster without digest", isLiveDigested, ({ live }) => {
    if (live !== null) live.digest = null;
  }),
  editObject("an object that is not there", isLive, (object) => {
    object.live = null;
  }),
  editObject("an object that is asked for with another content", isDigested, (object) => {
    object.wanted = otherDigest(object.wanted ?? "");
  }),
  editObject("an object that is asked for without digest", isDigested, (object) => {
    object.wanted = null;
  }),
  editObject("another owner", any, (object) => {
    object.owner = "helm release other/other";
  }),
  editObject(
    "an owner less",
    ({ owner }) => owner !== null,
    (object) => {
      object.owner = null;
    },
  ),
  editObject(
    "an object told as unverified",
    ({ unverified }) => unverified === null,
    (object) => {
      object.unverified = "nobody could look";
    },
  ),
  editObject(
    "an object told as verified",
    ({ unverified }) => unverified !== null,
    (object) => {
      object.unverified = null;
    },
  ),
];

const fields: readonly PlanEdit[] = [
  editObject("a changed field less", hasOwnChange, (object) => {
    object.changes = object.changes.filter((change) => change !== ownChange(object));
  }),
  editObject("a changed field more", any, ({ changes }) =>
    changes.push({ pointer: "/spec/hostNetwork", before: null, after: "true", digest: null, noise: null }),
  ),
  editChange("another field", (change) => {
    change.pointer = `${change.pointer}/other`;
  }),
  editChange("another value before", (change) => {
    change.before = '"harmless"';
  }),
  editChange("another value after", (change) => {
    change.after = '"harmless"';
  }),
  editChange("another digest of a field", (change) => {
    change.digest = change.digest === null ? `hmac-sha256:${"3".repeat(64)}` : otherDigest(change.digest);
  }),
  editChange("a field without digest, or with one", (change) => {
    change.digest = change.digest === null ? `sha256:${"3".repeat(64)}` : null;
  }),
  editChange("a change of the people told as a checksum", (change) => {
    change.noise = "checksum";
  }),
  editChange("a change of the people told as chance", (change) => {
    change.noise = "unstable";
  }),
  editObject(
    "noise told as a change of the people",
    (object) => noisyChange(object) !== undefined,
    (object) => {
      const noisy = noisyChange(object);
      if (noisy !== undefined) noisy.noise = null;
    },
  ),
];

/** Changes of single objects in a plan; each one matters. */
export const objectEdits: readonly PlanEdit[] = [...whichObjects, ...asTheyAre, ...fields];
