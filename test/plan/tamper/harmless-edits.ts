import { edit, editObject, first, otherDigest, type PlanEdit, type WritableObject } from "./edit-plan.ts";

const noisy = (object: WritableObject) => object.changes.find(({ noise }) => noise !== null);
const isNoisy = (object: WritableObject): boolean => noisy(object) !== undefined;

/** Of a change that is noise. */
const editNoise = (name: string, change: (noise: WritableObject["changes"][number]) => void): PlanEdit =>
  editObject(name, isNoisy, (object) => {
    const found = noisy(object);
    return found === undefined ? false : change(found);
  });

const noise: readonly PlanEdit[] = [
  editNoise("noise with another value before", (change) => {
    change.before = '"cc"';
  }),
  editNoise("noise with another value after", (change) => {
    change.after = '"dd"';
  }),
  editNoise("noise with another digest", (change) => {
    change.digest = change.digest === null ? null : otherDigest(change.digest);
  }),
  editNoise("noise of another kind", (change) => {
    change.noise = change.noise === "unstable" ? "checksum" : "unstable";
  }),
  editObject("noise that came to nothing", isNoisy, (object, { restarts }) => {
    const gone = noisy(object);
    object.changes = object.changes.filter((change) => change !== gone);
    for (const restart of restarts) restart.because = restart.because.filter((pointer) => pointer !== gone?.pointer);
  }),
  edit("noise more", (plan) =>
    plan.objects[0]?.changes.push({
      pointer: "/metadata/managedFields",
      before: null,
      after: "[]",
      digest: null,
      noise: "managed-fields",
    }),
  ),
  edit("a restart by a checksum alone", (plan) => {
    const object = plan.objects.find(({ action }) => action === "update");
    if (object === undefined) return false;
    const pointer = "/spec/template/metadata/annotations/checksum~1config";
    object.changes.push({ pointer, before: '"a"', after: '"b"', digest: null, noise: "checksum" });
    const restart = plan.restarts.find(({ ref }) => ref.name === object.ref.name && ref.kind === object.ref.kind);
    if (restart === undefined) plan.restarts.push({ ref: object.ref, because: [pointer] });
    else restart.because.push(pointer);
    return true;
  }),
];

const reversed = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).reverse());

const orders: readonly PlanEdit[] = [
  edit("objects in another order", (plan) => plan.objects.reverse()),
  edit("changed fields in another order", (plan) => {
    for (const object of plan.objects) object.changes.reverse();
  }),
  edit("images in another order", (plan) => plan.images.reverse()),
  edit("restarts in another order", (plan) => plan.restarts.reverse()),
  edit("reasons of a restart in another order", (plan) => {
    for (const restart of plan.restarts) restart.because.reverse();
  }),
  edit("losses in another order", (plan) => plan.losses.reverse()),
  edit("stale objects in another order", (plan) => plan.stale.reverse()),
  edit("drilled routes in another order", (plan) => plan.drill?.routes.reverse()),
  edit("inputs in another order", (plan) => {
    plan.inputs = reversed(plan.inputs);
  }),
  edit("tools in another order", (plan) => {
    plan.tools = reversed(plan.tools);
  }),
];

/** Every change of a plan that a deploy of it has to bear. */
export const harmlessEdits: readonly PlanEdit[] = [
  ...noise,
  ...orders,
  edit("another attempt of the run", (plan) => {
    plan.source.runAttempt = "2";
  }),
  edit("made earlier", (plan) => {
    plan.createdAt = "2001-01-01T00:00:00.000Z";
  }),
  edit("expires later", (plan) => {
    plan.expiresAt = "9999-01-01T00:00:00.000Z";
  }),
  editObject(
    "a generation more",
    ({ live }) => live !== null,
    ({ live }) => {
      if (live !== null) live.generation += 1;
    },
  ),
  edit("a note more", (plan) => plan.notes.push("Read this.")),
  edit("no notes", (plan) => {
    plan.notes = [];
  }),
  edit("another size of what helm stores", (plan) => {
    plan.release.storedBytes = 1;
  }),
  edit("no size of what helm stores", (plan) => {
    plan.release.storedBytes = null;
  }),
  edit("an obstacle that is gone now", (plan) =>
    plan.obstacles.push({ reason: "locked", message: "Run 7 deploys.", hint: "Wait for it." }),
  ),
  edit("another next step for an obstacle", (plan) =>
    first(plan.obstacles, (one) => {
      one.hint = "Wait.";
    }),
  ),
];
