import { expect, test } from "vitest";
import { readEvent } from "../../src/gate/read-event.ts";
import { localFiles } from "../../src/machine/files/local-files.ts";

const read = (text: string | null, env: Readonly<Record<string, string>> = { GITHUB_EVENT_PATH: "/event.json" }) =>
  readEvent({
    env,
    files: {
      ...localFiles,
      async read() {
        if (text === null) throw new Error("more than 64 MiB");
        return text;
      },
    },
  });

test("an event is an object of JSON", async () => {
  expect(await read('{"number": 7}')).toEqual({ number: 7 });
  for (const text of ["", "{", "[]", "7", "null", "\uFEFF{}", null]) expect(await read(text)).toBeNull();
});

test("without its file there is none", async () => {
  expect(await read('{"number": 7}', {})).toBeNull();
  expect(await readEvent({ env: { GITHUB_EVENT_PATH: "/nowhere/event.json" }, files: localFiles })).toBeNull();
});
