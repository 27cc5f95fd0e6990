import type { Plan } from "../../../src/plan/plan.ts";

type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;
export type WritablePlan = Writable<Plan>;
export type WritableObject = WritablePlan["objects"][number];

/** One change of a plan that somebody could make; the same list serves made-up plans and those of a real cluster. */
export interface PlanEdit {
  readonly name: string;
  /** The plan with the change, its own copy; null where it has no such place. */
  readonly make: (plan: Plan) => Plan | null;
}

/** `change` answers false where the plan has no such place, or is left as it was. */
export const edit = (name: string, change: (plan: WritablePlan) => unknown): PlanEdit => ({
  name,
  make: (plan) => {
    const copy = structuredClone(plan) as WritablePlan;
    return change(copy) === false || JSON.stringify(copy) === JSON.stringify(plan) ? null : copy;
  },
});

/** Of the first object of which it holds. */
export const editObject = (
  name: string,
  which: (object: WritableObject) => boolean,
  change: (object: WritableObject, plan: WritablePlan) => unknown,
): PlanEdit =>
  edit(name, (plan) => {
    const found = plan.objects.find(which);
    return found === undefined ? false : change(found, plan);
  });

/** The same digest with another last digit, whatever made it. */
export const otherDigest = (digest: string): string => `${digest.slice(0, -1)}${digest.endsWith("0") ? "1" : "0"}`;

/** Changes the first of a list; false where there is none. */
export const first = <T>([item]: readonly T[], change: (item: T) => void): boolean => {
  if (item === undefined) return false;
  change(item);
  return true;
};
