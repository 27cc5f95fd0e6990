import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StepResult } from "../run-action.ts";
import { treeIn } from "./ground.ts";
import { settledSnapshot, snapshot, written } from "./snapshot.ts";
import type { Stage } from "./stage.ts";
import type { Handover, Harmless, Tampering } from "./tampering.ts";

/** How one case went. */
export interface Verdict {
  /** Whether the run went on: to its end, or to a write. */
  readonly accepted: boolean;
  /** What did not hold; empty: all did. */
  readonly wrong: readonly string[];
}

interface Approved {
  readonly handover: Handover;
  /** Of another run, with the same files. */
  readonly another: Handover;
  readonly helm: 3 | 4;
}

let count = 0;
const nextId = (): number => {
  count += 1;
  return count;
};

/** Deploys what was tampered with, and looks what became of it. */
export const tryTampering = async (tampering: Tampering, stage: Stage, approved: Approved): Promise<Verdict> => {
  const id = nextId();
  const folder = stage.folder(`case-${id}`);
  const { request } = stage.site;
  try {
    await tampering.cluster?.make(request);
    const before = tampering.cluster === undefined ? await snapshot(request) : await settledSnapshot(request);
    const result = await deployTampered(tampering, stage, { ...approved, folder, name: `clone-${id}` });
    const own = tampering.cluster?.writes;
    const writes = written(before, await snapshot(request)).filter((key) => own?.test(key) !== true);
    const wrote = writes.length === 0 ? [] : [`it wrote: ${writes.slice(0, 5).join(", ")}`];
    return { accepted: result.code === 0 || wrote.length > 0, wrong: [...endWrong(result, tampering), ...wrote] };
  } finally {
    await tampering.cluster?.undo(request);
    rmSync(folder, { recursive: true, force: true });
  }
};

const deployTampered = async (
  { tree, tools, inputs, env, handover: exchange }: Tampering,
  stage: Stage,
  { handover, another, helm, folder, name }: Approved & { readonly folder: string; readonly name: string },
): Promise<StepResult> => {
  const site = { ...stage.site, folder };
  const dir = stage.copy(name);
  try {
    const sha = tree?.(treeIn(dir));
    const { bytes, digest } = exchange?.(handover, another) ?? handover;
    const file = join(folder, "plan.json");
    writeFileSync(file, bytes);
    return await stage.run({
      ...{ mode: "deploy", dir, tools: tools ?? (helm === 3 ? "helm3" : "helm4") },
      ...(sha === undefined ? {} : { sha }),
      inputs: { "plan-file": file, "plan-digest": digest, ...inputs?.(site, handover) },
      ...(env === undefined ? {} : { env: env(site) }),
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

const endWrong = ({ code, outputs, output }: StepResult, { reason, says }: Tampering): readonly string[] => {
  const told = messageIn(output);
  const ended = outputs["failure-reason"] || "none";
  const wrong = [
    ...(code === 0 ? ["it was accepted"] : []),
    ...(ended === reason ? [] : [`the reason is ${ended}, and not ${reason}`]),
    ...says.filter((words) => !told.includes(words)).map((words) => `it does not say ${words}`),
    ...(output.includes("Next step:") ? [] : ["it tells no next step"]),
    ...(/^\s+at .*(?:file:|node:)/m.test(output) ? ["it shows a stack trace"] : []),
  ];
  return wrong.length === 0 ? [] : [...wrong, told.slice(0, 1500)];
};

const messageIn = (output: string): string => output.slice(Math.max(0, output.search(/^FAILED /m)));

/** Changes what does not matter, and asks whether the plan still holds. */
export const tryHarmless = async (one: Harmless, stage: Stage, handover: Handover): Promise<Verdict> => {
  const id = nextId();
  const folder = stage.folder(`case-${id}`);
  await one.make?.(stage.site.request);
  await settledSnapshot(stage.site.request);
  const file = join(folder, "plan.json");
  writeFileSync(file, handover.bytes);
  const { code, output } = await stage.run({
    mode: "plan",
    ...(one.elsewhere === true ? { dir: stage.copy(`elsewhere-${id}`) } : {}),
    inputs: { "plan-file": file, "plan-digest": handover.digest, ...one.inputs?.({ ...stage.site, folder }) },
  });
  return { accepted: code === 0, wrong: code === 0 ? [] : [messageIn(output).slice(0, 1500)] };
};

/** What was approved is carried out, by another attempt of the run; then nothing is left to do. */
export const tryDeploy = async (stage: Stage, handover: Handover): Promise<Verdict> => {
  const file = join(stage.folder("last"), "plan.json");
  writeFileSync(file, handover.bytes);
  const { code, output } = await stage.run({
    mode: "deploy",
    inputs: { "plan-file": file, "plan-digest": handover.digest },
    env: { GITHUB_RUN_ATTEMPT: "2" },
  });
  if (code !== 0) return { accepted: false, wrong: [messageIn(output).slice(0, 1500)] };
  const { outputs } = await stage.run({ mode: "plan" });
  return { accepted: true, wrong: outputs["changes"] === "false" ? [] : ["a plan after it has changes"] };
};
