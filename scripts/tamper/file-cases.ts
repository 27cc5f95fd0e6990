import type { Json } from "../../src/kubernetes/manifest.ts";
import { canonicalJson } from "../../src/plan/hidden/canonical-json.ts";
import { fileDigest } from "../../src/plan/hidden/digest.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { fileEdits } from "../../test/plan/tamper/file-edits.ts";
import { approvedOnly, forbiddenEdits } from "../../test/plan/tamper/plan-edits.ts";
import type { Handover, Tampering } from "./tampering.ts";

/** Every tenth or so of those that the tests of the reader try one by one, and what only a file can be. */
const chosenFiles = new Set([
  ...["empty", "cut in the middle", "cut before its last byte", "with bytes that are no UTF-8", "in UTF-16"],
  ...["twice in one file", "larger than what is read", "of a list that is nested without an end", "of an archive"],
  ...["with a field more", "with a field less", "with its keys in another order", "with a key twice, the same"],
  ...["with a key twice, the other last", "with a prototype", "of a version to come", "with half a character"],
]);

const chosenPlans = new Set([
  ...["another commit", "another run", "another server", "another cluster behind the address", "an input less"],
  ...["another chart archive", "another helm", "an object less", "an object more", "an object that was made anew"],
  ...["an object that was edited by hand", "another value after", "an image more", "a restart less", "expired"],
  ...[
    "made in a year to come",
    "release: other values",
    "release: hooks of another content",
    "an object told as unverified",
    "a stale object more",
  ],
  ...["a change of the people told as a checksum", "an object's action told as unchanged"],
]);

/** The digest that a forger would give, too. */
const withOwnDigest = (bytes: Uint8Array): Handover => ({ bytes, digest: fileDigest(bytes) });

const written = (plan: Plan): Uint8Array => Buffer.from(`${canonicalJson(plan as unknown as Json)}\n`);

const planOf = ({ bytes }: Handover): Plan => JSON.parse(Buffer.from(bytes).toString()) as Plan;

/** The artifact is another; the digest comes from the output of the plan job. */
const exchanged: readonly Tampering[] = fileEdits
  .filter(({ name }) => chosenFiles.has(name))
  .map(({ name, make }) => ({
    name: `the artifact: ${name}`,
    // Of a file that is too large no digest is made.
    ...(name === "larger than what is read"
      ? ({ reason: "invalid-input", says: ["is not a plan"] } as const)
      : ({ reason: "plan-changed", says: ["is not the plan that was approved"] } as const)),
    handover: ({ bytes, digest }) => ({ bytes: make(bytes), digest }),
  }));

/** Both are another. */
const misshapen: readonly Tampering[] = fileEdits
  .filter(({ name }) => chosenFiles.has(name))
  .map(({ name, make }) => ({
    name: `the artifact and the digest: ${name}`,
    reason: "invalid-input",
    says: ["is not a plan"],
    handover: ({ bytes }) => withOwnDigest(make(bytes)),
  }));

const forged: readonly Tampering[] = [...forbiddenEdits, ...approvedOnly]
  .filter(({ name }) => chosenPlans.has(name))
  .map(({ name, make }) => ({
    name: `the artifact and the digest: ${name}`,
    reason: "plan-changed",
    says: ["not as in the plan that was approved"],
    handover: (handover) => {
      const plan = make(planOf(handover));
      if (plan === null) throw new Error("the plan has no such place");
      return withOwnDigest(written(plan));
    },
  }));

const ofAnotherRun: readonly Tampering[] = [
  {
    name: "the artifact: of another run, under the same name",
    reason: "plan-changed",
    says: ["is not the plan that was approved"],
    handover: ({ digest }, { bytes }) => ({ bytes, digest }),
  },
  {
    name: "the artifact and the digest: of another run",
    reason: "plan-changed",
    says: ["run: approved was 4712"],
    handover: (_own, another) => another,
  },
];

export const fileCases: readonly Tampering[] = [...exchanged, ...misshapen, ...forged, ...ofAnotherRun];
