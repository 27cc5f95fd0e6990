import { objectsOf } from "../../kubectl/kubectl-output.ts";
import { type NeededPermission, type Permission, permissionKey } from "../../kubectl/permission.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";
import { type HeldRules, heldRulesIn, isHeld } from "./held-rules.ts";

/**
 * Which of these permissions this account lacks, by kind where it lacks them for each object of one: a
 * SelfSubjectRulesReview a namespace tells what it has, and what that does not show (an authorizer that is asked over
 * the network) is asked for one by one. Null where the cluster does not tell.
 */
export const missingPermissions = async (
  needed: readonly NeededPermission[],
  cluster: Pick<Cluster, "kubectl">,
): Promise<readonly Permission[] | null> => {
  if (needed.length === 0) return [];
  const all = [...new Map(needed.map((need) => [permissionKey(need), need])).values()];
  const places = [...new Set(all.map(({ namespace }) => namespace ?? nowhere).concat(nowhere))];
  const reviews = await review(places.map(rulesReview), cluster);
  if (reviews === null) return null;
  const rules = new Map(places.map((place, index) => [place, heldRulesIn(reviews[index])]));
  const isKnown = (one: Permission): boolean => isHeld(rules.get(one.namespace ?? nowhere) ?? noRules, one);
  const open = all.filter((need) => !isKnown(need) && !(need.unless !== undefined && isKnown(need.unless)));
  const missing = await notAllowed(open, cluster);
  return missing === null ? null : byKind(missing, all);
};

/**
 * No namespace can have this name, so that no RoleBinding is in it: what holds there holds in the whole cluster, while
 * the rules of any other namespace do not say which of them are its own.
 */
const nowhere = "no.namespace";
const noRules: HeldRules = { resources: [], paths: [] };

/** First for all objects of a kind, then by name what is not allowed so, then what stands for it. */
const notAllowed = async (
  open: readonly NeededPermission[],
  cluster: Pick<Cluster, "kubectl">,
): Promise<readonly NeededPermission[] | null> => {
  let left = open;
  const attempts: readonly ((need: NeededPermission) => Permission | undefined)[] = [
    (need) => ({ ...need, name: null }),
    (need) => (need.name === null ? undefined : need),
    ({ unless }) => unless,
  ];
  for (const asked of attempts) {
    const questions = new Map(
      left.flatMap((need) => {
        const one = asked(need);
        return one === undefined ? [] : [[permissionKey(one), one] as const];
      }),
    );
    const keys = [...questions.keys()];
    const answers = keys.length === 0 ? [] : await review([...questions.values()].map(accessReview), cluster);
    if (answers === null) return null;
    const allowed = new Set(keys.filter((_key, index) => valueAt(answers[index], ["status", "allowed"]) === true));
    left = left.filter((need) => {
      const one = asked(need);
      return one === undefined || !allowed.has(permissionKey(one));
    });
  }
  return left;
};

/** One permission without a name stands for those on several objects, where each of them lacks. */
const byKind = (missing: readonly NeededPermission[], all: readonly NeededPermission[]): readonly Permission[] => {
  const kindKey = (one: Permission): string => permissionKey({ ...one, name: null });
  const wanted = Map.groupBy(all, kindKey);
  return [...Map.groupBy(missing, kindKey)].flatMap(([key, lacking]): readonly Permission[] => {
    const [first] = lacking;
    const isWhole = lacking.length === wanted.get(key)?.length && lacking.length > 1;
    return first !== undefined && (isWhole || lacking.some(({ name }) => name === null))
      ? [permissionOf({ ...first, name: null })]
      : lacking.map(permissionOf);
  });
};

const permissionOf = ({ verb, group, resource, namespace, name }: Permission): Permission => ({
  ...{ verb, group, resource, namespace, name },
});

const rulesReview = (namespace: string): JsonObject => ({
  apiVersion: "authorization.k8s.io/v1",
  kind: "SelfSubjectRulesReview",
  spec: { namespace },
});

const accessReview = ({ verb, group, resource, namespace, name }: Permission): JsonObject => {
  const [kind = "", subresource] = resource.split("/");
  const attributes = {
    ...{ verb, group, resource: kind },
    ...(subresource === undefined ? {} : { subresource }),
    ...(namespace === null ? {} : { namespace }),
    ...(name === null ? {} : { name }),
  };
  const asked = resource.startsWith("/")
    ? { nonResourceAttributes: { verb, path: resource } }
    : { resourceAttributes: attributes };
  return { apiVersion: "authorization.k8s.io/v1", kind: "SelfSubjectAccessReview", spec: asked };
};

/** The answers in the order of the questions; everybody who is authenticated may ask. */
const review = async (
  questions: readonly JsonObject[],
  cluster: Pick<Cluster, "kubectl">,
): Promise<readonly JsonObject[] | null> => {
  const stdin = questions.map((one) => `---\n${JSON.stringify(one)}\n`).join("");
  // To validate what it sends kubectl would list all CustomResourceDefinitions, and fail where it may not.
  const verb = ["create", "--validate=false", "--filename=-", "--output=json"];
  const done = await cluster.kubectl(commandLine({ verb }), { stdin });
  // `kubectl create` prints one object after the other, and no List.
  const answers = done.stdout.split(/^(?=\{)/m).flatMap(objectsOf);
  return done.code === 0 && answers.length === questions.length ? answers : null;
};
