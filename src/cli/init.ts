import { join, relative, resolve, sep } from "node:path";
import type { Form } from "../core/forms.ts";
import { isGitData, isWithin } from "../core/within.ts";
import { newTree, type TreeRequest } from "../init/new-tree.ts";
import { receiverKinds } from "../init/receivers.ts";
import { leftOutLine } from "../init/tree-classes.ts";
import { exporterKinds, treeNames } from "../init/tree-names.ts";
import { InputReader } from "../input-reader.ts";
import { findRoot } from "../machine/files/find-root.ts";
import { writeNewFiles } from "../machine/files/write-new-files.ts";
import type { NewFile } from "../outside/new-file.ts";
import type { InitRequest } from "./options.ts";

/**
 * Writes a new tree into the folder that is asked for, seen from `workingFolder`, and returns what is said of it: the
 * files, and the next step. Throws OperatorError `invalid-input` where an option is wrong or anything is in the way.
 */
export const init = async ({ path, options }: InitRequest, workingFolder: string): Promise<string> => {
  const here = await findRoot(workingFolder, workingFolder);
  const place = path === undefined ? join(here, "prometheus-stack") : resolve(workingFolder, path);
  // A folder that a link makes part of another repository is none of this one's.
  const root = isWithin(here, place) ? here : await findRoot(place, workingFolder);
  const tree = readTree(relative(root, place).split(sep).join("/") || ".", options);
  const files = newTree(tree);
  await writeNewFiles(root, files);
  return said(tree, files, (file) => relative(workingFolder, resolve(root, file)) || ".");
};

const readTree = (folder: string, options: InitRequest["options"]): TreeRequest => {
  const read = new InputReader(
    (name) => (name === "folder" ? folder : (options[name] ?? "")),
    (name) => name,
  );
  read.formed("folder", treeFolder);
  const kind = read.oneOf("exporter", exporterKinds, "gpu-operator");
  const version = read.exactVersion("exporter-version");
  const names = receiverKinds.map(({ name }) => name);
  const receiver = read.oneOf("receiver", names, receiverKinds[0].name);
  read.throwProblems("Correct the option of that name; `prometheus-stack-action --help` shows what there is.");
  return {
    folder,
    names: treeNames(kind, version),
    receiver: receiverKinds.find(({ name }) => name === receiver) ?? receiverKinds[0],
  };
};

/** `shown` is how a path from the root is written where the command runs. */
const said = ({ folder, names }: TreeRequest, files: readonly NewFile[], shown: (file: string) => string): string =>
  [
    ...files.map((file) => `  ${shown(file.path)}`),
    `${files.length} files are written. ${shown(`${folder}/upstream/values.yaml`)} names the Secret that says where alerts go,`,
    `${shown(`${folder}/upstream/dcgm-metrics.csv`)} how the exporter gets its list of counters.`,
    "Of these failures there is no alert:",
    ...names.classes.leftOut.map((one) => `  ${leftOutLine(one)}`),
    "",
    `Next: prometheus-stack-action check ${shown(folder)} --exporter ${names.kind} --exporter-version ${names.version}`,
    "",
  ].join("\n");

/** It stands in a workflow and in commands that are shown: nothing in it means anything there. */
const treeFolder: Form = {
  fits: (text) => /^(?!-)[\w.-]+(?:\/[\w.-]+)*$/.test(text) && !text.split("/").some(isGitData),
  wanted: "a folder of the repository by letters, digits, ., _, - and /",
};
