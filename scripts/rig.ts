// npm run rig [-- <stack's folder> ...]: runs stacks for real, without containers, and compares what the resolver
// predicted with what is seen, hop by hop; then it applies the repairs that are offered and looks again. Exit code 1
// where the two differ. Without a folder: the good stack and the documented one.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { clusterCommands } from "../test/cluster/cluster.ts";
import { insideNamespace, namespaceRefusal } from "../test/rig/namespace.ts";
import { type RigResult, runStack } from "../test/rig/run-stack.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";

const root = resolve(import.meta.dirname, "..");
const inside = "--inside";

const runAll = async (tools: string): Promise<number> => {
  const chart = resolve(root, process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack");
  const folders = process.argv.slice(2).filter((argument) => argument !== inside);
  const named = folders.map((folder) => ({ title: folder, folder, arrives: null, repairs: 3 }));
  const usual = [
    { title: "the good stack", folder: "fixtures/prometheus-stack", arrives: true, repairs: 0 },
    { title: "the stack as documented", folder: "fixtures/stacks/as-documented", arrives: false, repairs: 3 },
  ];
  const stacks = named.length > 0 ? named : usual;
  const results: RigResult[] = [];
  const start = performance.now();
  for (const stack of stacks) {
    console.log(`\n== ${stack.title}: ${stack.folder}`);
    const progress = (line: string): void =>
      console.log(line.startsWith("\n") ? line : `[${Math.round((performance.now() - start) / 1000)} s] ${line}`);
    results.push(await runStack({ ...stack, folder: resolve(root, stack.folder), chart, tools, progress }));
  }
  console.log("\n== Prediction and observation");
  for (const result of results)
    console.log(
      `${result.title}: ${result.agreements} hops agree, ${result.disagreements} disagree, ${result.silent} not compared; ` +
        `a GPU alert ${result.arrived ? "reached" : "never reached"} the webhook${result.asExpected ? "" : ", WHICH IS WRONG"}`,
    );
  return results.every(({ disagreements, asExpected }) => disagreements === 0 && asExpected) ? 0 : 1;
};

const enterNamespace = (): void => {
  const refusal = namespaceRefusal();
  if (refusal !== null) {
    console.error(`error: ${refusal}`);
    process.exitCode = 1;
    return;
  }
  const [file = "", ...args] = insideNamespace([
    process.execPath,
    import.meta.filename,
    inside,
    ...process.argv.slice(2),
  ]);
  // Whatever the rig makes lies in here, and goes with it also when it is killed.
  const folder = mkdtempSync(join(tmpdir(), "prometheus-stack-rig-"));
  const child = spawn(file, args, { stdio: "inherit", env: { ...process.env, TMPDIR: folder } });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    process.exitCode = code ?? 1;
  });
};

// Nothing can be downloaded inside: the commands are made ready before.
const [tools] = await Promise.all([
  toolsDir(checkCommands),
  toolsDir([...clusterCommands, "prometheus", "alertmanager", "operator"]),
]);
if (process.argv.includes(inside)) process.exitCode = await runAll(tools);
else enterNamespace();
