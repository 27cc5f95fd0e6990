import { asOperatorError, type OperatorError } from "../../core/errors.ts";
import { releaseNameOf } from "../../stack/release-name.ts";
import type { DeployReport, NotReady } from "../deploy-report.ts";
import type { Deploying } from "../deploy-request.ts";
import { collectEvidence } from "../evidence.ts";
import { unreadyOf } from "../rollout.ts";
import { expectedOfDeploy, readWorkloads, waitForWorkloads } from "../workloads.ts";
import { differencesOf, type Intent, intentsOf, staysOf, unknown } from "./former-differences.ts";
import type { FormerState } from "./former-state.ts";
import { formerWorkloads } from "./former-workloads.ts";
import { readThere } from "./read-there.ts";
import { type Restoration, restoreObjects } from "./restore-objects.ts";
import { rollBackRelease } from "./roll-back-release.ts";
import type { FormerDifference, RollbackReport } from "./rollback-report.ts";
import { isComplete, rollbackSummary } from "./rollback-words.ts";
import { noteMixture } from "./settle-note.ts";

/** A deploy that is taken back. */
export interface GoingBack extends Deploying {
  readonly former: FormerState;
}

/**
 * Goes back to what was there before the deploy's first write: looks at what is not ready, lets helm bring the release
 * back, puts right what helm leaves and all that is not helm's, waits, and compares. What one step cannot do keeps the
 * next from nothing. Throws OperatorError only where the run was ended, or lost its lock, meanwhile.
 */
export const goBack = async (going: GoingBack): Promise<RollbackReport> => {
  const { former, outside, cluster } = going;
  outside.log.info("Going back to what was there before the deploy");
  const refs = former.objects.map(({ ref }) => ref);
  const seen = await attempt(() => readThere(refs, cluster), going);
  if (seen.error?.reason === "cluster-unreachable") return outOfReach(going, seen.error);
  const evidence = await evidenceOf(going);
  const all = intentsOf(former, seen.made?.live ?? (() => undefined));
  const [objects, notes] = [all.filter(({ layer }) => layer !== "note"), all.filter(({ layer }) => layer === "note")];
  const release = await releaseBack(going);
  const restoration = await putBack(objects, going);
  const { workloads, notReady } = await readyAgain(going);
  const found = { release, notReady, differences: await compare(objects, restoration, going) };
  const noted = isComplete(found) ? await putBackNote(notes, going) : await noteRest(going, release);
  const differences = [...found.differences, ...noted];
  const isWhole = isComplete({ ...found, differences });
  const verified = isWhole && former.release !== null ? await verifyAgain(going) : null;
  const report = {
    ...{ outcome: isWhole ? ("complete" as const) : ("incomplete" as const), release, differences, evidence },
    ...{ compared: all.filter(({ stays }) => stays === null).length, objects: restoration.restored },
    ...{ stays: staysOf(all), workloads, notReady },
    verified,
  };
  return { ...report, summary: rollbackSummary(report), keptIn: null };
};

/** Nothing can be done, and each further step would wait in vain. */
const outOfReach = ({ former, ledger, stack }: GoingBack, { message }: OperatorError): RollbackReport => {
  const all = intentsOf(former, () => undefined);
  const report = {
    ...{ outcome: "incomplete" as const, release: notBack({ former, ledger, stack }, message) },
    ...{ compared: all.length, objects: [], differences: unknown(all, message), stays: [], evidence: [] },
    ...{ workloads: [], notReady: [], verified: null },
  };
  return { ...report, summary: rollbackSummary(report), keptIn: null };
};

type Attempt<T> = { readonly made: T; readonly error: null } | { readonly made: null; readonly error: OperatorError };

/** An error of one step is a value, unless the run has to end. */
const attempt = async <T>(step: () => Promise<T>, { outside }: GoingBack): Promise<Attempt<T>> => {
  try {
    return { made: await step(), error: null };
  } catch (thrown) {
    const error = asOperatorError(thrown);
    if (error === undefined || outside.signal.aborted) throw thrown;
    outside.log.info(`  ${error.message}`);
    return { made: null, error };
  }
};

/** What the deploy itself has told is not collected again. */
const evidenceOf = async (going: GoingBack): Promise<readonly NotReady[]> => {
  const { ledger } = going;
  if (ledger.notReady.length > 0) return [];
  const looked = await attempt(async () => {
    const unready = unreadyOf(await readWorkloads(expectedOfDeploy(going), going.cluster));
    return unready.length === 0 ? [] : collectEvidence(unready, going);
  }, going);
  return looked.made ?? [];
};

const releaseBack = async (going: GoingBack): Promise<RollbackReport["release"]> => {
  const { made, error } = await attempt(() => rollBackRelease(going.former, going), going);
  return made ?? notBack(going, error?.message ?? "");
};

const notBack = (
  { former, ledger, stack }: Pick<GoingBack, "former" | "ledger" | "stack">,
  error: string,
): RollbackReport["release"] => {
  const { name, namespace } = releaseNameOf(stack.release);
  return {
    ...{ name, namespace, to: former.release?.base ?? null, error },
    ...{ action: former.release === null ? ("uninstalled" as const) : ("rolled-back" as const) },
    ...{ revision: ledger.release?.revision ?? null, status: ledger.release?.status ?? null },
  };
};

/** `error`: why nothing more could be done, or null. */
type PutBack = Restoration & { readonly error: OperatorError | null };

const putBack = async (intents: readonly Intent[], going: GoingBack): Promise<PutBack> => {
  const wanted = intents.flatMap((one) => one.wanted ?? []);
  const { made, error } = await attempt(() => restoreObjects(wanted, going), going);
  return { ...(made ?? { restored: [], refused: new Map() }), error };
};

const compare = async (
  intents: readonly Intent[],
  { refused, error }: PutBack,
  going: GoingBack,
): Promise<readonly FormerDifference[]> => {
  const refs = intents.map(({ ref }) => ref);
  const read = await attempt(() => readThere(refs, going.cluster), going);
  return read.made === null
    ? unknown(intents, (error ?? read.error).message)
    : differencesOf(intents, read.made, refused, releaseNameOf(going.stack.release));
};

/** The note of what is deployed comes last: it says what is there. */
const putBackNote = async (notes: readonly Intent[], going: GoingBack): Promise<readonly FormerDifference[]> =>
  compare(notes, await putBack(notes, going), going);

const noteRest = async (going: GoingBack, { error }: RollbackReport["release"]): Promise<readonly []> => {
  await attempt(() => noteMixture(going.former, error === null, going), going);
  return [];
};

/** What was ready before has to be so again; what cannot be read is not known to be. */
const readyAgain = async (
  going: GoingBack,
): Promise<{ readonly workloads: DeployReport["workloads"]; readonly notReady: readonly NotReady[] }> => {
  const expected = formerWorkloads(going.former);
  const { made: states, error } = await attempt(
    () => waitForWorkloads(expected, { ...going, firstInstall: false }),
    going,
  );
  if (states === null) {
    const why = `it could not be read: ${error.message}`;
    const refs = [...expected.workloads, ...expected.owners];
    return { workloads: [], notReady: refs.map((ref) => ({ ref, why, containers: [], events: [] })) };
  }
  const unready = unreadyOf(states);
  const evidence = unready.length === 0 ? null : await attempt(() => collectEvidence(unready, going), going);
  return {
    workloads: states.map(({ ref, ready, desired }) => ({ ref, ready, desired })),
    notReady: evidence?.made ?? unready.map((one) => ({ ...one, containers: [], events: [] })),
  };
};

/** What was there before need not have been well. */
const verifyAgain = async (going: GoingBack): Promise<RollbackReport["verified"]> => {
  const { verify } = going;
  if (verify === null) return null;
  const { made, error } = await attempt(() => verify("rolled-back"), going);
  return { passed: made?.passed === true, message: made?.message ?? error?.message ?? "" };
};
