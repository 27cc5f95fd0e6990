import { compare, nameOf, type ResourceRef } from "../../core/finding.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import type { Plan, PlannedDrillRoute } from "../plan.ts";
import { type Moved, moved, movedDigest, movedValue, paired } from "./moved.ts";

/** What was not in the way when the plan was approved; what is out of the way now is welcome. */
export const movedObstacles = (approved: Plan, fresh: Plan): readonly Moved[] =>
  paired(approved.obstacles, fresh.obstacles, ({ reason, message }) => `${reason}\n${message}`).flatMap((pair) =>
    pair.approved === undefined && pair.now !== undefined
      ? movedValue(`obstacle ${pair.now.reason}`, null, pair.now.message)
      : [],
  );

export const movedLosses = (approved: Plan, fresh: Plan): readonly Moved[] =>
  paired(approved.losses, fresh.losses, ({ ref, what }) => `${refKey(ref)}\n${what}`).flatMap((pair) => {
    const loss = pair.approved ?? pair.now;
    if (loss === undefined) return [];
    return moved(`${nameOf(loss.ref)}: loss`, pair.approved, pair.now, (one) =>
      one === undefined ? "none" : `${one.what} (${one.allowed ? "allowed" : "not allowed"})`,
    );
  });

/** All but the size of what helm stores, which follows from the rest. */
export const movedRelease = ({ release: a }: Plan, { release: b }: Plan): readonly Moved[] => [
  ...movedValue("release: name", a.name, b.name),
  ...movedValue("release: namespace", a.namespace, b.namespace),
  ...movedValue("release: action", a.action, b.action),
  ...movedValue("release: chart", a.chart, b.chart),
  ...movedValue("release: revision in the cluster", a.from?.revision ?? null, b.from?.revision ?? null),
  ...movedValue("release: status in the cluster", a.from?.status ?? null, b.from?.status ?? null),
  ...movedValue("release: chart in the cluster", a.from?.chart ?? null, b.from?.chart ?? null),
  ...movedDigest("release: values", a.values, b.values),
  ...moved("release: hooks that run", a.hooks, b.hooks, toldRefs),
  ...movedDigest("release: what its hooks are", a.hooksDigest, b.hooksDigest),
  ...movedValue("release: recovery", a.recovery, b.recovery),
];

export const movedImages = (approved: Plan, fresh: Plan): readonly Moved[] =>
  paired(imagesOf(approved), imagesOf(fresh), ({ key }) => key).flatMap(({ approved: a, now: b }) => {
    const one = a ?? b;
    return one === undefined ? [] : moved(`${nameOf(one.ref)}: images`, a?.images, b?.images, toldImages);
  });

export const movedRestarts = (approved: Plan, fresh: Plan): readonly Moved[] =>
  paired(restartsOf(approved), restartsOf(fresh), ({ ref }) => refKey(ref)).flatMap(({ approved: a, now: b }) => {
    const one = a ?? b;
    if (one === undefined) return [];
    const told = (because: readonly string[] | undefined): string => because?.join(", ") ?? "no restart";
    return moved(`${nameOf(one.ref)}: restarts because of`, a?.because, b?.because, told);
  });

export const movedStale = (approved: Plan, fresh: Plan): readonly Moved[] =>
  paired(approved.stale, fresh.stale, refKey).flatMap(({ approved: a, now: b }) => {
    const ref = a ?? b;
    const told = (one: ResourceRef | undefined): string => (one === undefined ? "no" : "yes");
    return ref === undefined ? [] : moved(`${nameOf(ref)}: left by an earlier deploy`, a, b, told);
  });

/** Who is told by the drill, whatever the order; a route more or less is another drill. */
export const movedDrill = ({ drill: a }: Plan, { drill: b }: Plan): readonly Moved[] => {
  if (a === null || b === null) return moved("drill", a, b, toldDrill);
  const keyOf = ({ alertmanager, route, receiver }: PlannedDrillRoute): string =>
    [alertmanager, route, receiver].join("\n");
  return [
    ...paired(a.routes, b.routes, keyOf).flatMap(({ approved, now }) => {
      const one = approved ?? now;
      return one === undefined ? [] : moved(`drill of ${one.receiver}, route ${one.route}`, approved, now, toldRoute);
    }),
    ...moved("drill: what is not in sight", a.unseen, b.unseen, (clauses) => clauses.join("; ") || "nothing"),
  ];
};

const toldDrill = (drill: Plan["drill"]): string =>
  drill === null ? "none" : `of ${drill.routes.map(({ receiver }) => receiver).join(", ") || "nobody"}`;

const toldRoute = (route: PlannedDrillRoute | undefined): string =>
  route === undefined ? "not drilled" : `${route.integrations.join(", ") || "nobody"}, by ${route.alerts.join(", ")}`;

const toldRefs = (refs: readonly ResourceRef[]): string => refs.map(nameOf).join(", ") || "none";

type Images = readonly { readonly from: string | null; readonly to: string | null }[];

const toldImages = (images: Images | undefined): string =>
  images?.map(({ from, to }) => `${from ?? "none"} → ${to ?? "none"}`).join(", ") ?? "none";

/** By object, each in one order. */
const imagesOf = ({
  images,
}: Plan): readonly { readonly key: string; readonly ref: ResourceRef; readonly images: Images }[] =>
  [...Map.groupBy(images, ({ in: ref }) => refKey(ref))].flatMap(([key, own]) => {
    const sorted = own
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => compare(a.from ?? "", b.from ?? "") || compare(a.to ?? "", b.to ?? ""));
    return own.slice(0, 1).map(({ in: ref }) => ({ key, ref, images: sorted }));
  });

/** Without what a checksum or a chance makes differ with every render; a restart by nothing else is no promise. */
const restartsOf = ({
  restarts,
  objects,
}: Plan): readonly { readonly ref: ResourceRef; readonly because: readonly string[] }[] => {
  const chance = new Set(
    objects.flatMap(({ ref, changes }) =>
      changes
        .filter(({ noise }) => noise === "checksum" || noise === "unstable")
        .map(({ pointer }) => `${refKey(ref)}\n${pointer}`),
    ),
  );
  return restarts.flatMap(({ ref, because }) => {
    const own = because.filter((pointer) => !chance.has(`${refKey(ref)}\n${pointer}`)).sort(compare);
    return own.length === 0 ? [] : [{ ref, because: own }];
  });
};
