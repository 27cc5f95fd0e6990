import { join } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import { isObject, type JsonObject } from "../../kubernetes/manifest.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import type { Outside } from "../../outside/outside.ts";
import {
  type KubeconformResult,
  type KubeconformVerdict,
  type Named,
  resultsIn,
  verdictsTogether,
} from "./kubeconform-result.ts";
import type { Schema } from "./schema.ts";
import { schemaInUse } from "./schema-in-use.ts";
import { keyOf, type SchemaKey, schemaFile, schemaKeyText, schemaLayout } from "./schema-key.ts";

const timeoutMs = 30_000;
/**
 * For each so many objects kubeconform gets a worker, four at most as by default: on two cores two take the 130 of
 * the real chart in 208 ms, four in 269.
 */
const objectsPerWorker = 100;
const rank = { valid: 0, unusable: 1, invalid: 2 } as const;

const report = (completed: Completed): readonly KubeconformResult[] => {
  try {
    const output: unknown = JSON.parse(completed.stdout);
    if (isObject(output) && Array.isArray(output["resources"])) return resultsIn(output["resources"]);
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
const worst = (results: readonly KubeconformResult[]): ReadonlyMap<string, KubeconformVerdict> => {
  const verdicts = new Map<string, KubeconformVerdict>();
  for (const { file, status, message } of results) {
    if (status === "empty") continue;
    const known = verdicts.get(file);
    if (known === undefined || rank[status] > rank[known.status]) verdicts.set(file, { status, message });
  }
  return verdicts;
};

/** An object as kubeconform gets it, and as we read it. */
export interface Judged extends Named {
  readonly text: string;
  readonly body: JsonObject;
}

type Needs = Pick<Outside, "exec" | "scratch" | "tools">;

/**
 * kubeconform's strict verdict on each object, in the same order. Its report is in random order and tells objects by
 * file, apiVersion, kind and name. In one file, and by what they have of their schemas, they are judged in a quarter of
 * the time; only where it complains of any, each gets a file of its own and is judged by the whole. It gets one folder
 * of schemas, and dead proxies: it has no business on the network.
 */
export const runKubeconform = async (
  objects: readonly Judged[],
  schemas: readonly Schema[],
  outside: Needs,
): Promise<readonly KubeconformVerdict[]> => {
  if (objects.length === 0) return [];
  const byKey = Map.groupBy(objects, ({ apiVersion, kind }) => schemaKeyText(keyOf(apiVersion, kind)));
  const inUse = schemas.flatMap((schema) => {
    const bodies = byKey.get(schemaKeyText(schema.key))?.map(({ body }) => body);
    return bodies === undefined ? [] : [[schema.key, JSON.stringify(schemaInUse(schema.body, bodies))] as const];
  });
  const [folder, all] = await Promise.all([
    writeSchemas("in-use", inUse, outside),
    outside.scratch.write("validate/objects.yaml", objects.map(({ text }) => text).join("\n---\n")),
  ]);
  const together = verdictsTogether(objects, await judge(all, folder, objects.length, outside));
  return together ?? (await judgeAlone(objects, schemas, outside));
};

const judgeAlone = async (
  objects: readonly Judged[],
  schemas: readonly Schema[],
  outside: Needs,
): Promise<readonly KubeconformVerdict[]> => {
  const whole = schemas.map(({ key, body }) => [key, JSON.stringify(body)] as const);
  const [folder, schemaFolder, files] = await Promise.all([
    outside.scratch.folder("validate/objects"),
    writeSchemas("whole", whole, outside),
    Promise.all(
      objects.map(({ text }, index) =>
        outside.scratch.write(`validate/objects/${String(index + 1).padStart(5, "0")}.yaml`, text),
      ),
    ),
  ]);
  const verdicts = worst(await judge(folder, schemaFolder, objects.length, outside));
  return files.map((file) => verdicts.get(file) ?? { status: "invalid", message: "the text holds no object" });
};

/** Writes schemas into a folder of this name; answers its path. */
const writeSchemas = async (
  name: string,
  texts: readonly (readonly [SchemaKey, string])[],
  { scratch }: Needs,
): Promise<string> => {
  const folder = `validate/schemas-${name}`;
  await Promise.all(texts.map(([key, text]) => scratch.write(`${folder}/${schemaFile(key)}`, text)));
  return scratch.folder(folder);
};

/** What kubeconform says of a file, or of all files of a folder. */
const judge = async (
  path: string,
  schemaFolder: string,
  count: number,
  { exec, tools }: Needs,
): Promise<readonly KubeconformResult[]> => {
  const tool = await tools.get("kubeconform");
  const nowhere = "http://127.0.0.1:9";
  const completed = await exec({
    file: tool.path,
    args: commandLine({
      verb: [],
      flags: [
        ["strict", true],
        ["verbose", true],
        ["ignore-missing-schemas", true],
        ["output", "json"],
        ["n", String(Math.min(4, Math.ceil(count / objectsPerWorker)))],
        ["schema-location", join(schemaFolder, schemaLayout)],
      ],
      positionals: [path],
    }),
    // It runs beside promtool and the signals: so it needs 60 MiB instead of 80, in the same time.
    env: { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, GOGC: "200" },
    costly: "invalid-input",
    timeoutMs,
  });
  return report(completed);
};
