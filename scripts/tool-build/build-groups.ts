import type { Exec } from "../../src/outside/exec.ts";
import { fetchModules } from "./go-build.ts";
import { installBuilt } from "./install.ts";
import type { GoItem } from "./items.ts";
import { requireGo } from "./require-go.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Builds one group of commands after the other, while the modules of the later ones are downloaded. Throws
 * OperatorError.
 */
export const buildGroups = async (groups: readonly (readonly GoItem[])[], shop: Workshop): Promise<void> => {
  const [first = [], ...later] = groups;
  if (first.length === 0) return;
  const items = groups.flat();
  await requireGo(
    shop.exec,
    items.map(({ pin }) => pin.goVersion),
    items.map(({ name }) => name),
  );
  const step = shop.account.building(groups);
  const fetching = fetchAhead(later.flat(), shop.exec);
  try {
    for (const group of groups) {
      await step(group, () => shop.inFolder((folder) => installBuilt(group, folder, shop.exec)));
      group.forEach(shop.onDone);
    }
  } finally {
    fetching.stop();
  }
};

/** One command's modules after another's: the compilers use the processors meanwhile, and this the network. */
const fetchAhead = (items: readonly GoItem[], exec: Exec): { stop(): void } => {
  let wanted = true;
  const all = async (): Promise<void> => {
    for (const { command, pin } of items) if (wanted) await fetchModules(exec, command, pin);
  };
  // What cannot be had stops the build of the command that needs it, with the reason.
  all().catch(() => {});
  return {
    stop: () => {
      wanted = false;
    },
  };
};
