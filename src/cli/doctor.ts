import { relative, resolve } from "node:path";
import packageFile from "../../package.json" with { type: "json" };
import { checks } from "../checks/index.ts";
import { type Diagnosis, diagnose, good, lacking, passedOver, stopping } from "../doctor/diagnosis.ts";
import { examineMachine } from "../doctor/examine-machine.ts";
import { examineNode } from "../doctor/examine-node.ts";
import { type Inputs, readInputs } from "../inputs.ts";
import { privateCacheFolder } from "../machine/files/cache-folder.ts";
import { findRoot } from "../machine/files/find-root.ts";
import { type OpenOutside, openOutside } from "../machine/open-outside.ts";
import type { Environment } from "../outside/environment.ts";
import { openConfig, withoutConfig } from "../policy/open-config.ts";
import { diagnosesText } from "./doctor-text.ts";
import type { DoctorRequest } from "./options.ts";
import { paintFor } from "./paint.ts";

/** What is said, and how the command exits: 1 where something would stop a run. */
export interface Consultation {
  readonly text: string;
  readonly code: 0 | 1;
}

/**
 * Says what on this machine would stop a run with these inputs. Throws OperatorError `invalid-input` where an option
 * is wrong.
 */
export const doctor = async (
  request: DoctorRequest,
  workingFolder: string,
  env: Environment,
): Promise<Consultation> => {
  const diagnoses = await diagnosesOf(request, workingFolder, env);
  const stops = diagnoses.some(({ state }) => state === "stops");
  return { text: diagnosesText(diagnoses, paintFor(process.stdout)), code: stops ? 1 : 0 };
};

const diagnosesOf = async (
  { path, inputs: given }: DoctorRequest,
  workingFolder: string,
  env: Environment,
): Promise<readonly Diagnosis[]> => {
  const node = examineNode(process.versions.node, packageFile.engines.node);
  // What comes next is written for the Node.js that it needs.
  if (node.state === "stops") return [node, passedOver("all else", "it needs that Node.js")];
  const folder = resolve(workingFolder, path ?? ".");
  const root = await findRoot(folder, workingFolder);
  const texts = new Map(Object.entries(given));
  texts.set("path", path === undefined ? "" : relative(root, folder) || ".");
  texts.set("github-token", env["GITHUB_TOKEN"] ?? "");
  const inputOf = (name: string): string => texts.get(name) ?? "";
  const typed = readInputs(inputOf, { hint: "Correct the option of that name." });
  const opened = await openMachine({ ...env, GITHUB_WORKSPACE: root });
  if ("state" in opened) return [node, opened, passedOver("all else", "a run has nowhere to write")];
  try {
    return [node, ...(await examined(typed, inputOf, opened, env))];
  } finally {
    await opened.close();
  }
};

/** The machine as a run opens it, or why it cannot be opened. */
const openMachine = async (env: Environment): Promise<OpenOutside | Diagnosis> => {
  try {
    return await openOutside(env, { mask: () => {}, keep: () => {}, write: () => {} });
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown)) throw thrown;
    return stopping("temporary folder", {
      message: `Nothing can be written there: ${thrown.message}.`,
      hint: "Let RUNNER_TEMP (elsewhere TMPDIR) name a folder that is there and can be written to.",
    });
  }
};

const examined = async (
  typed: Inputs,
  inputOf: (name: string) => string,
  opened: OpenOutside,
  env: Environment,
): Promise<readonly Diagnosis[]> => {
  const { diagnosis, value } = await diagnose("configuration", async () => {
    const named = { file: inputOf("config-file"), target: inputOf("target") };
    const configuration = await openConfig(named, await opened.repository(), async () => checks);
    const inputs = readInputs(inputOf, { configured: configuration.config });
    const { file } = configuration.config;
    return { value: { configuration, inputs }, said: file === null ? "there is none, and none is needed" : file };
  });
  const { configuration, inputs } = value ?? { configuration: withoutConfig, inputs: typed };
  const origin = { isForeign: configuration.base !== null, config: configuration.config };
  const { diagnosis: machine, value: outside } = await diagnose("machine", async () => ({
    value: await opened.for(inputs),
    said: `${process.platform} on ${process.arch}`,
  }));
  const all = outside === null ? [] : await examineMachine(inputs, outside, origin);
  return [machine, cacheDiagnosis(env), diagnosis, ...all];
};

const cacheDiagnosis = (env: Environment): Diagnosis => {
  const folder = privateCacheFolder(env, "answers");
  if (folder !== null) return good("cache", folder);
  return lacking(
    "cache",
    "No folder can be written to that is this user's alone: every run begins anew.",
    "Let RUNNER_TOOL_CACHE or XDG_CACHE_HOME name a folder that can be written to.",
  );
};
