import { unknownKindsIn } from "../../kubectl/kubectl-failure.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import { groupKind } from "../objects/landing.ts";
import type { Obstacle } from "../plan.ts";
import { isPendingStatus } from "../release/helm-release.ts";
import { secretLimit } from "../release/stored-size.ts";
import type { Survey } from "../survey.ts";

/**
 * Why helm's own dry run failed, where that is not what a first install brings along: kinds and namespaces that come
 * with this plan, and a release that another helm left pending, which has an obstacle of its own. helm's words are not
 * told: a template may have put what it looked up in the cluster into them.
 */
export const offlineTrouble = ({ offline, landing, revision }: Survey, release: ReleaseName): readonly Obstacle[] => {
  if (offline === null || (revision !== null && isPendingStatus(revision.status))) return [];
  const unknown = unknownKindsIn(offline);
  if (unknown.length > 0 && unknown.every((kind) => landing.madeKinds.has(groupKind(kind)))) return [];
  // Told object by object, with who holds it.
  if (/invalid ownership metadata/.test(offline)) return [];
  const { name, namespace } = release;
  return [
    {
      reason: "apply-failed",
      message: `helm cannot render the release ${namespace}/${name} with what is in the cluster, though it can without. Its words may quote what a template looked up there, and are not told.`,
      hint: `Run \`helm upgrade --install ${name} … --namespace ${namespace} --dry-run=server\` by hand, with the same chart and values, and correct what it names.`,
    },
  ];
};

/** Why helm could not keep the release, or soon can not. */
export const sizeTrouble = (
  bytes: number | null,
): { readonly obstacle: Obstacle | null; readonly note: string | null } => {
  if (bytes === null || bytes < 0.9 * secretLimit) return { obstacle: null, note: null };
  const what = `helm keeps the release in a Secret of about ${bytes.toLocaleString("en")} bytes, of ${secretLimit.toLocaleString("en")} that a Secret may have`;
  if (bytes <= secretLimit) return { obstacle: null, note: `${what}: little is left.` };
  const hint = "Keep large dashboards and rules in overlays instead of the values, or switch off parts of the chart.";
  return {
    obstacle: { reason: "apply-failed", message: `${what}: the API server would refuse it.`, hint },
    note: null,
  };
};
