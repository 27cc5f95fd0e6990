import { textOrEmpty } from "../../kubernetes/json-fields.ts";
import { uniqueRefs } from "../../kubernetes/resource-ref.ts";
import { deployedKey, parseDeployed } from "../../plan/order/deployed-state.ts";
import { releaseNameOf } from "../../stack/release-name.ts";
import type { Deploying } from "../deploy-request.ts";
import { deployedBy } from "../record-deploy.ts";
import { writeDeployed } from "../write-state.ts";
import type { FormerState } from "./former-state.ts";

/**
 * Notes what is deployed where not all of it could be taken back: by the former deploy where the release is back, else
 * by this one; and of both everything that may be there, so that a later one knows what it may delete. Throws as
 * `writeDeployed` does.
 */
export const noteMixture = async (former: FormerState, releaseIsBack: boolean, deploying: Deploying): Promise<void> => {
  const live = former.objects.find(({ layer }) => layer === "note")?.live ?? null;
  const reading = parseDeployed(textOrEmpty(live ?? {}, ["data", deployedKey]));
  const before = live !== null && reading.ok ? reading.deployed : null;
  const own = deployedBy(deploying);
  const whose = releaseIsBack && before !== null ? before : own;
  const objects = uniqueRefs([...(before?.objects ?? []), ...own.objects]);
  await writeDeployed(deploying.cluster, releaseNameOf(deploying.stack.release), { ...whose, objects });
};
