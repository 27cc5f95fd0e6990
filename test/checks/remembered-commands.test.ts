import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Command, Completed } from "../../src/outside/exec.ts";
import { rememberCommands } from "./remembered-commands.ts";

const done: Completed = { code: 0, stdout: '{"resources":[]}', stderr: "", durationMs: 1 };

type Asked = Pick<Command, "file" | "args">;

/** Asks in two checks, of whose files two differ; gives the commands that were really run. */
const runTwice = async (command: (dir: string) => Asked): Promise<readonly Command[]> => {
  const root = mkdtempSync(join(tmpdir(), "remembered-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const run: Command[] = [];
  const remember = rememberCommands();
  for (const [name, differs] of [
    ["one", "1"],
    ["two", "2"],
  ] as const) {
    mkdirSync(join(root, name));
    const scratch = { dir: join(root, `scratch-${name}`), write: async () => "", folder: async () => "" };
    const exec = async (asked: Command): Promise<Completed> => {
      run.push(asked);
      return done;
    };
    const outside = remember({ exec, scratch }, join(root, name), name);
    await outside.scratch.write("chart/chart.tgz", "\u001f\u0000 ../ \u0000");
    await outside.scratch.write("validate/schemas/core/pod_v1.json", `{"description": "must not contain '..'"}`);
    await outside.scratch.write("validate/objects/1.yaml", "kind: Pod\n");
    await outside.scratch.write("validate/objects.yaml", `name: "${differs}"\n`);
    await outside.scratch.write("tree/kustomization.yaml", "resources: [../base]\n");
    await outside.scratch.write("base/kustomization.yaml", `namePrefix: v${differs}-\n`);
    await outside.exec({ ...command(scratch.dir), env: {}, timeoutMs: 1000 });
  }
  return run;
};

test("what looks like a way out in an archive or in a schema's prose is none: the same is asked once", async () => {
  expect(
    await runTwice((dir) => ({ file: "/bin/helm", args: ["template", join(dir, "chart/chart.tgz")] })),
  ).toHaveLength(1);
  const schemas = (dir: string): string => `--schema-location=${join(dir, "validate/schemas")}/{{.Group}}`;
  const kubeconform = (dir: string): Asked => ({
    file: "/bin/kubeconform",
    args: [schemas(dir), join(dir, "validate/objects")],
  });
  expect(await runTwice(kubeconform)).toHaveLength(1);
});

test("a kustomization is built again where what it names has changed", async () => {
  expect(await runTwice((dir) => ({ file: "/bin/kubectl", args: ["kustomize", join(dir, "tree")] }))).toHaveLength(2);
});
