import { basename, join } from "node:path";
import { OperatorError } from "../errors.ts";
import { isObject, type JsonObject } from "../manifest.ts";
import { commandLine } from "../outside/command-line.ts";
import type { Completed, Outside } from "../outside/outside.ts";
import { type Schema, schemaFile, schemaLayout } from "./schema-key.ts";

/** What kubeconform says of one text. `unusable`: the schema given to it could not be used. */
export interface Verdict {
  readonly status: "valid" | "invalid" | "unusable";
  /** kubeconform's own words; empty where valid. */
  readonly message: string;
}

const timeoutMs = 30_000;
const rank = { valid: 0, unusable: 1, invalid: 2 } as const;

const statuses: Readonly<Record<string, Verdict["status"]>> = {
  statusValid: "valid",
  statusInvalid: "invalid",
  // Broken YAML and duplicate keys; a schema that is missing is told as skipped.
  statusError: "invalid",
  statusSkipped: "unusable",
};

const report = (completed: Completed): readonly unknown[] => {
  try {
    const output: unknown = JSON.parse(completed.stdout);
    if (isObject(output) && Array.isArray(output["resources"])) return output["resources"];
  } catch {
    // Told below, with what the command said.
  }
  const said = `${completed.stderr}\n${completed.stdout}`.trim().split("\n")[0];
  throw new OperatorError(
    "internal",
    `kubeconform ended with code ${completed.code} and without a report: ${said === "" ? "it printed nothing" : said}`,
    "Check the version of kubeconform (0.6 or newer), and set kubeconform-version.",
  );
};

/** One file may hold a List, and so have several results: the worst one counts. */
const worst = (results: readonly unknown[]): ReadonlyMap<string, Verdict> => {
  const verdicts = new Map<string, Verdict>();
  for (const result of results.filter(isObject)) {
    const file = basename(String(result["filename"]));
    const status = statuses[String(result["status"])];
    // An empty status is an empty document.
    if (status === undefined) continue;
    const known = verdicts.get(file);
    if (known === undefined || rank[status] > rank[known.status])
      verdicts.set(file, { status, message: String(result["msg"]) });
  }
  return verdicts;
};

/** One object for kubeconform. */
export interface Judged {
  /** Its YAML, one document. */
  readonly text: string;
  readonly kind: string;
  readonly name: string;
  /** Whether one of the schemas is for it. */
  readonly hasSchema: boolean;
}

type Needed = Pick<Outside, "exec" | "scratch" | "tools">;

/** A text with a mark of its own between documents could be taken for two. */
const canShare = ({ text, hasSchema }: Judged): boolean => hasSchema && !/^(?:---|\.\.\.)/m.test(text);

/**
 * kubeconform's strict verdict on each object, in the same order. It gets one folder of schemas, and dead proxies: it has no business on the network. Its report names only files, in random order,
 * so that an object needs a file of its own to be told from others; but writing one takes as long as judging what is in it, and most trees have nothing wrong: the objects share one file as long
 * as each of them is valid, and are judged again by themselves where one is not.
 */
export const runKubeconform = async (
  objects: readonly Judged[],
  schemas: readonly Schema[],
  outside: Needed,
): Promise<readonly Verdict[]> => {
  if (objects.length === 0) return [];
  await Promise.all(
    schemas.map(({ key, body }) => outside.scratch.write(`validate/schemas/${schemaFile(key)}`, JSON.stringify(body))),
  );
  const sharing = objects.filter(canShare);
  const alone = objects.filter((one) => !canShare(one));
  const together = sharing.map(({ text }) => text).join("\n---\n");
  const files = [...(sharing.length === 0 ? [] : [together]), ...alone.map(({ text }) => text)];
  const results = await judge("validate/objects", files, outside);
  const told = worst(results);
  const first = sharing.length === 0 ? 0 : 1;
  const verdicts = new Map(alone.map((one, index) => [one, told.get(fileName(index + first)) ?? nothing]));
  if (areAllValid(sharing, results.filter(isObject))) for (const one of sharing) verdicts.set(one, valid);
  else {
    const again = worst(
      await judge(
        "validate/again",
        sharing.map(({ text }) => text),
        outside,
      ),
    );
    for (const [index, one] of sharing.entries()) verdicts.set(one, again.get(fileName(index)) ?? nothing);
  }
  return objects.map((one) => verdicts.get(one) ?? nothing);
};

const valid: Verdict = { status: "valid", message: "" };
const nothing: Verdict = { status: "invalid", message: "the text holds no object" };

/** The results of the shared file are those of its objects, one each, all valid: what was lost, or taken for two, would show. */
const areAllValid = (sharing: readonly Judged[], results: readonly JsonObject[]): boolean => {
  const shared = results.filter((result) => basename(String(result["filename"])) === fileName(0));
  const named = (list: readonly { readonly kind?: unknown; readonly name?: unknown }[]): string =>
    JSON.stringify(list.map(({ kind, name }) => `${kind} ${name}`).sort());
  return shared.every(({ status }) => status === "statusValid") && named(shared) === named(sharing);
};

const fileName = (index: number): string => `${String(index + 1).padStart(5, "0")}.yaml`;

/** What kubeconform reports of these files, which are written to a folder of their own. */
const judge = async (folder: string, texts: readonly string[], { exec, scratch, tools }: Needed) => {
  const [tool, schemaDir, objectDir] = await Promise.all([
    tools.get("kubeconform"),
    scratch.folder("validate/schemas"),
    scratch.folder(folder),
  ]);
  await Promise.all(texts.map((text, index) => scratch.write(`${folder}/${fileName(index)}`, text)));
  const nowhere = "http://127.0.0.1:9";
  return report(
    await exec({
      file: tool.path,
      args: commandLine({
        verb: [],
        flags: [
          ["strict", true],
          ["verbose", true],
          ["ignore-missing-schemas", true],
          ["output", "json"],
          ["schema-location", join(schemaDir, schemaLayout)],
        ],
        positionals: [objectDir],
      }),
      env: { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere },
      costly: "invalid-input",
      timeoutMs,
    }),
  );
};
