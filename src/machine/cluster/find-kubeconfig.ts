import { realpath } from "node:fs/promises";
import { delimiter, resolve } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { Inputs } from "../../inputs.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Outside } from "../../outside/outside.ts";
import { readRegularFile } from "../files/read-regular-file.ts";
import { decodeKubeconfigData } from "./kubeconfig.ts";

/** A kubeconfig that was found. */
export interface FoundKubeconfig {
  /** How messages name it. */
  readonly name: string;
  /** Absolute path of the one file that the commands get. */
  readonly file: string;
  readonly text: string;
}

type Where = Pick<Inputs, "kubeconfig" | "kubeconfigData">;
type FindOutside = Pick<Outside, "exec" | "scratch" | "env" | "workspace" | "mask">;

/** kubectl reads files only. */
const mergeTimeoutMs = 30_000;

/**
 * Finds the kubeconfig: `kubeconfig-data`, else `kubeconfig`, else the variable KUBECONFIG. Throws OperatorError
 * `invalid-input`; never quotes it.
 */
export const findKubeconfig = async (
  inputs: Where,
  outside: FindOutside,
  kubectl: string,
  env: Readonly<Record<string, string>>,
): Promise<FoundKubeconfig> => {
  if (inputs.kubeconfigData !== undefined) {
    for (const part of [inputs.kubeconfigData, ...inputs.kubeconfigData.split("\n")].filter(isBase64))
      outside.mask(part);
    const text = decodeKubeconfigData(inputs.kubeconfigData);
    return { name: "the input kubeconfig-data", file: await outside.scratch.write("kubeconfig", text), text };
  }
  const inherited = (outside.env["KUBECONFIG"] ?? "").split(delimiter).filter((path) => path !== "");
  if (inputs.kubeconfig === undefined && inherited.length > 1) {
    const text = await mergeFiles(outside, kubectl, env, inherited);
    return { name: "the variable KUBECONFIG", file: await outside.scratch.write("kubeconfig", text), text };
  }
  const given = inputs.kubeconfig ?? inherited[0];
  if (given === undefined)
    throw new OperatorError(
      "invalid-input",
      "No cluster is named: the inputs kubeconfig and kubeconfig-data and the variable KUBECONFIG are all empty.",
      `Set the input kubeconfig-data to a secret with the kubeconfig, or kubeconfig to the path that an earlier step wrote.${isPod(outside.env) ? " This runner is a pod of a cluster: docs/guides/gated-deploy.md shows how to take its ServiceAccount." : ""}`,
    );
  const file = resolve(outside.workspace.root, given);
  const name = `${inputs.kubeconfig === undefined ? "the variable KUBECONFIG" : "the input kubeconfig"} (${given})`;
  return { name, file, text: await readKubeconfig(file, name) };
};

/** https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/ */
const isPod = (env: Outside["env"]): boolean => (env["KUBERNETES_SERVICE_HOST"] ?? "") !== "";

const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/=]{40,}$/.test(text.trim());

/** One with the certificates of a hundred clusters has some 500 kB. */
const maxBytes = 10 * 1024 * 1024;

const readKubeconfig = async (file: string, name: string): Promise<string> => {
  const unreadable = (why: unknown, cause?: unknown): OperatorError =>
    new OperatorError(
      "invalid-input",
      `The kubeconfig of ${name} cannot be read (${why}).`,
      "A relative path counts from the repository root. Check that the step that writes it ran before.",
      { cause },
    );
  let read: Awaited<ReturnType<typeof readRegularFile>>;
  try {
    read = await readRegularFile(await realpath(file), maxBytes);
  } catch (cause) {
    throw unreadable(cause instanceof Error && "code" in cause ? cause.code : "unreadable", cause);
  }
  if (read.ok) return read.bytes.toString("utf8");
  throw unreadable(read.why === "too-large" ? `it has more than ${maxBytes} bytes` : "it is no regular file");
};

/** --kubeconfig takes one file, KUBECONFIG a list: kubectl itself merges it, relative paths resolved. */
const mergeFiles = async (
  outside: FindOutside,
  kubectl: string,
  env: Readonly<Record<string, string>>,
  files: readonly string[],
): Promise<string> => {
  const absolute = files.map((file) => resolve(outside.workspace.root, file)).join(delimiter);
  const done = await outside.exec({
    file: kubectl,
    args: commandLine({
      verb: ["config", "view"],
      flags: [
        ["raw", true],
        ["flatten", true],
      ],
    }),
    env: { ...env, KUBECONFIG: absolute },
    timeoutMs: mergeTimeoutMs,
  });
  if (done.code === 0) return done.stdout;
  throw new OperatorError(
    "invalid-input",
    `kubectl cannot merge the files of the variable KUBECONFIG (${absolute}).`,
    "Check each of them, or name one file with the input kubeconfig.",
  );
};
