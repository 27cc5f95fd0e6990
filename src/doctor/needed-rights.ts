import type { Mode } from "../core/mode.ts";
import type { Inputs } from "../inputs.ts";
import type { NeededPermission } from "../kubectl/permission.ts";
import { deployingNeeds } from "../plan/access/deploying-needs.ts";
import { clusterNeeds, optionalNeeds, readingNeeds } from "../plan/access/reading-needs.ts";
import type { ReleaseName } from "../stack/release-name.ts";
import { verifyingNeeds } from "../verify/reach/verifying-needs.ts";

/** What a mode asks of an account whatever the stack holds. */
export interface NeededRights {
  /** Without one of these a run ends. */
  readonly must: readonly NeededPermission[];
  /** Without one of these it sees less. */
  readonly may: readonly NeededPermission[];
}

/** Of whom they are told. */
interface RightsAround {
  readonly mode: Mode;
  readonly release: ReleaseName;
  readonly inputs: Pick<Inputs, "exporterNamespace" | "rollbackOnFailure">;
}

/** Which objects a stack has is seen once it is rendered: a plan asks for the rights on each of them. */
export const neededRights = ({ mode, release, inputs }: RightsAround): NeededRights => {
  const { namespace } = release;
  const around = { release, api: () => undefined };
  const exporterNamespace = inputs.exporterNamespace ?? "gpu-operator";
  const looking = verifyingNeeds({ namespace, exporterNamespace });
  const reading = readingNeeds([], around);
  if (mode === "verify") return { must: [], may: [...clusterNeeds, ...looking] };
  if (mode === "plan") return { must: reading, may: optionalNeeds };
  if (mode !== "deploy") return { must: [], may: clusterNeeds };
  const deploying = deployingNeeds({
    ...around,
    // Without objects and hooks both majors of helm ask for the same.
    ...{ drafts: [], hooks: [], upgrades: true, createsNamespace: false, helmMajor: 4, waitsIn: [namespace] },
    goesBack: inputs.rollbackOnFailure !== "false",
  });
  return { must: [...reading, ...deploying], may: [...optionalNeeds, ...looking] };
};
