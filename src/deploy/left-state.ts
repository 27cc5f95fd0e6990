import { OperatorError } from "../core/errors.ts";
import type { ReleaseName } from "../stack/release-name.ts";
import { DeployFailed } from "./deploy-failed.ts";
import { unknownStatus } from "./deploy-report.ts";
import type { Ledger, Writing } from "./deploy-request.ts";

const nothing = "Nothing was changed.";

/** What a deploy that stopped leaves behind, in sentences. */
export const tellLeft = (ledger: Ledger, release: ReleaseName): string =>
  ledger.writing === null ? nothing : tellWritten(ledger, release);

/** Told beside it where that is so. */
export const lockStays =
  "The lock could not be given back: it expires by itself within 65 s, and the next deploy waits for that.";

const tellWritten = ({ writing, objects, release: left }: Ledger, release: ReleaseName): string => {
  if (writing === null) return nothing;
  const done = objects.filter(({ action }) => action !== "unchanged").length;
  const { at, of } = writing;
  const where = `${release.namespace}/${release.name}`;
  const helmRan = at !== "crds" && at !== "base";
  const ofRelease =
    !helmRan || !writing.runsHelm
      ? `helm was not run, the release ${where} is as before`
      : left === null
        ? `there is no release ${where}`
        : left.status === unknownStatus
          ? `how helm left the release ${where} could not be looked at, and the next deploy does`
          : `the release ${where} is at revision ${left.revision}, ${left.status}`;
  return `What is left: ${done} of ${of} objects that differed are written, it stopped at ${names[at]}; ${ofRelease}. What is written stays, and is found unchanged by the next deploy.`;
};

const names: Readonly<Record<Writing["at"], string>> = {
  crds: "the CustomResourceDefinitions",
  base: "base",
  release: "the helm release",
  overlay: "the overlays",
  prune: "what is deleted",
  rollout: "waiting until all is ready",
};

/** An error of a run that never came to write, with that said. */
export const sayingNothingChanged = (thrown: unknown): unknown => {
  if (!(thrown instanceof OperatorError) || thrown instanceof DeployFailed) return thrown;
  if (`${thrown.message} ${thrown.hint}`.includes(nothing.slice(0, -1))) return thrown;
  return new OperatorError(thrown.reason, thrown.message, `${thrown.hint} ${nothing}`, { cause: thrown });
};
