import type { Revision } from "../plan/release/helm-release.ts";
import type { ReleaseName } from "../stack/release-name.ts";
import { type DeployReport, unknownStatus } from "./deploy-report.ts";

/** What is told of the release after helm; where nobody could look, the revision before and that nothing is known. */
export const releaseAfter = (
  state: Revision | null | undefined,
  newest: Pick<Revision, "revision"> | null,
  name: ReleaseName,
): DeployReport["release"] => {
  if (state === null) return null;
  if (state === undefined) return { ...name, revision: newest?.revision ?? 0, status: unknownStatus };
  const { namespace, revision, status } = state;
  return { name: state.name, namespace, revision, status };
};
