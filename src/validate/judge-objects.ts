import type { Manifest } from "../kubernetes/manifest.ts";
import type { Outside } from "../outside/outside.ts";
import { mostSteps, openRulesJudge, type RulesJudge } from "./cel/judge-rules.ts";
import { bodyOf, type Collected, schemaOfManifest } from "./collected.ts";
import { askKubeconform, mayBeHandedOver, type Said, unasked } from "./hand-over.ts";
import { nameErrors } from "./object-names.ts";
import { nonePassed, openPassed, type PassedBefore } from "./passed-before.ts";
import { schemaErrorsOf } from "./schemas/explain.ts";
import type { KubeconformVerdict } from "./schemas/kubeconform-result.ts";
import { listMapDuplicates } from "./schemas/list-map-duplicates.ts";
import type { ObjectVerdict, UnjudgedRuleOf, Validation } from "./validation.ts";

type Judged = Pick<Validation, "verdicts" | "unjudgedRules">;

/**
 * The verdict on each object, in the same order: by its names, by kubeconform, by the rest of what its schema says, and
 * by the CEL rules of its definition. What passed in an earlier run is not judged again, nor its schema read.
 */
export const judgeObjects = async (
  manifests: readonly Manifest[],
  collected: Collected,
  outside: Outside,
): Promise<Judged> => {
  const { verdicts, unjudgedRules } = await judgeBySchemas(manifests, collected, outside);
  return { verdicts: verdicts.map(withNames), unjudgedRules };
};

/** Names need no schema. */
const withNames = (verdict: ObjectVerdict): ObjectVerdict => {
  const wrong = nameErrors(verdict.manifest);
  return wrong.length === 0 ? verdict : { ...verdict, status: "invalid", errors: [...wrong, ...verdict.errors] };
};

const judgeBySchemas = async (
  manifests: readonly Manifest[],
  collected: Collected,
  outside: Outside,
): Promise<Judged> => {
  const handed = manifests.filter(({ body }) => mayBeHandedOver(body));
  if (handed.length === 0)
    return { verdicts: manifests.map((one) => judge(one, unasked, collected)), unjudgedRules: [] };
  const passed = await openPassed(collected, outside);
  const round = { manifests, handed, collected, outside };
  const judged = await judgeAll(round, passed);
  // Beyond so many steps it hangs on the order which rules are judged: an earlier run's is another one.
  const { verdicts, unjudgedRules, learned } = judged.steps > mostSteps ? await judgeAll(round, nonePassed) : judged;
  for (const tell of learned) tell(passed);
  passed.save();
  return { verdicts, unjudgedRules };
};

interface Round {
  readonly manifests: readonly Manifest[];
  /** Those of them that kubeconform may get. */
  readonly handed: readonly Manifest[];
  readonly collected: Collected;
  readonly outside: Outside;
}

interface JudgedAll extends Judged {
  /** That the rules of all objects take. */
  readonly steps: number;
  readonly learned: readonly ((passed: PassedBefore) => void)[];
}

const judgeAll = async (round: Round, passed: PassedBefore): Promise<JudgedAll> => {
  const { manifests, handed, collected, outside } = round;
  const earlier = new Map(handed.map((manifest) => [manifest, passed.get(manifest)]));
  const asked = handed.filter((manifest) => earlier.get(manifest) === null);
  const schemas = new Set(asked.flatMap((manifest) => schemaOfManifest(manifest, collected) ?? []));
  const [answers, rulesJudge] = await Promise.all([
    askKubeconform(asked, collected, outside),
    openRulesJudge([...schemas].map(({ body }) => body)),
  ]);
  const said = new Map(asked.map((manifest, index) => [manifest, answers[index] ?? unasked]));
  const unjudgedRules: UnjudgedRuleOf[] = [];
  const learned: JudgedAll["learned"][number][] = [];
  let steps = 0;
  const verdicts = manifests.map((manifest): ObjectVerdict => {
    const before = earlier.get(manifest) ?? null;
    if (before !== null && before !== "unusable") {
      steps += before.steps;
      return { manifest, status: "valid", errors: [] };
    }
    const answer = said.get(manifest) ?? unasked;
    const verdict = judge(manifest, answer, collected);
    if (before !== null || answer === unasked) return verdict;
    if (answer.status === "unusable") learned.push(({ learn }) => learn(manifest, "unusable"));
    if (verdict.status !== "valid") return verdict;
    const rules = judgeRules(manifest, rulesJudge, collected);
    steps += rules.steps;
    for (const rule of rules.unjudged) unjudgedRules.push({ ...rule, resource: manifest.ref });
    if (rules.errors.length > 0) return { manifest, status: "invalid", errors: rules.errors };
    if (rules.unjudged.length === 0 && verdict.doubledKey === undefined)
      learned.push(({ learn }) => learn(manifest, { steps: rules.steps }));
    return verdict;
  });
  return { verdicts, unjudgedRules, steps, learned };
};

/** What kubeconform and the object's schema say of it. */
const judge = (manifest: Manifest, said: Said, collected: Collected): ObjectVerdict => {
  const verdict = judgeBody(manifest, said, collected);
  return said.doubledKey === undefined ? verdict : { ...verdict, doubledKey: said.doubledKey };
};

const judgeBody = (manifest: Manifest, verdict: KubeconformVerdict, collected: Collected): ObjectVerdict => {
  const schema = schemaOfManifest(manifest, collected);
  if (verdict.status === "invalid")
    return {
      manifest,
      status: "invalid",
      errors: schemaErrorsOf(bodyOf(manifest, collected), schema?.body ?? null, verdict.message),
    };
  if (schema === undefined)
    return { manifest, status: collected.reasons.length > 0 ? "unchecked" : "no-schema", errors: [] };
  if (verdict.status !== "valid") return { manifest, status: "unchecked", errors: [] };
  // Two groups of one name promtool tells of a rule.
  const errors =
    manifest.ref.kind === "PrometheusRule" ? [] : listMapDuplicates(schema.body, bodyOf(manifest, collected));
  return { manifest, status: errors.length === 0 ? "valid" : "invalid", errors };
};

const judgeRules = (manifest: Manifest, judgeOf: RulesJudge | null, collected: Collected): ReturnType<RulesJudge> => {
  const schema = schemaOfManifest(manifest, collected);
  return judgeOf === null || schema === undefined
    ? { errors: [], unjudged: [], steps: 0 }
    : judgeOf(schema.body, manifest.body);
};
