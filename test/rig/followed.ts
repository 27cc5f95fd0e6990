import { valueAt } from "../../src/kubernetes/manifest.ts";
import type { Pod } from "./pod.ts";
import type { StandIn } from "./stand-in.ts";

/** A stand-in that moves with its pod: a StatefulSet that changes gets another one of the same name. */
export interface Followed extends StandIn {
  /** Starts the program anew where its pod is another; tells whether it is. */
  follow(): Promise<boolean>;
}

/** Starts it at the pod that is there now. Throws as these two do. */
export const startFollowed = async (
  findPod: () => Promise<Pod>,
  start: (pod: Pod) => Promise<StandIn>,
): Promise<Followed> => {
  let pod = await findPod();
  let current = await start(pod);
  return {
    get url() {
      return current.url;
    },
    config: () => current.config(),
    place: (path) => current.place(path),
    kill: () => current.kill(),
    revive: (at) => current.revive(at),
    refresh: () => current.refresh(),
    follow: async () => {
      const now = await findPod();
      if (uidOf(now) === uidOf(pod)) return false;
      pod = now;
      await current.kill();
      current = await start(now);
      return true;
    },
  };
};

const uidOf = ({ body }: Pod) => valueAt(body, ["metadata", "uid"]);
