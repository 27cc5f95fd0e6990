import { expect, test } from "vitest";
import type { Workspace } from "../../src/outside/workspace.ts";
import { FileStore } from "../../src/stack/file-store.ts";

test("others have their turn while many files are read", async () => {
  const read = async () => ({ ok: true, text: "a: b\n" }) as const;
  const store = new FileStore({ read } as unknown as Workspace);
  const paths = Array.from({ length: 1_000 }, (_, index) => `${index}.yaml`);
  let isRead = false;
  const reading = store.yamls(paths).then((files) => {
    isRead = true;
    return files;
  });
  await new Promise((turn) => setTimeout(turn));
  expect(isRead).toBe(false);
  expect(await reading).toHaveLength(1_000);
});
