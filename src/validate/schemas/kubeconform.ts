import { join } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import { isObject } from "../../kubernetes/manifest.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import type { Outside } from "../../outside/outside.ts";
import { type Schema, schemaFile, schemaLayout } from "./schema-key.ts";

/** What kubeconform says of one text. `unusable`: the schema given to it could not be used. */
export interface KubeconformVerdict {
  readonly status: "valid" | "invalid" | "unusable";
  /** kubeconform's own words; empty where valid. */
  readonly message: string;
}

const timeoutMs = 30_000;
/**
 * For each so many objects kubeconform gets a worker, four at most as by default: on two cores two take the 130 of
 * the real chart in 208 ms, four in 269.
 */
const objectsPerWorker = 100;
const rank = { valid: 0, unusable: 1, invalid: 2 } as const;

const statuses: Readonly<Record<string, KubeconformVerdict["status"]>> = {
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
const worst = (results: readonly unknown[]): ReadonlyMap<string, KubeconformVerdict> => {
  const verdicts = new Map<string, KubeconformVerdict>();
  for (const result of results.filter(isObject)) {
    const file = String(result["filename"]);
    const status = statuses[String(result["status"])];
    // An empty status is an empty document.
    if (status === undefined) continue;
    const known = verdicts.get(file);
    if (known === undefined || rank[status] > rank[known.status])
      verdicts.set(file, { status, message: String(result["msg"]) });
  }
  return verdicts;
};

/**
 * kubeconform's strict verdict on each YAML text, in the same order. Its report names only files, in random order: each
 * text gets a file of its own. It gets one folder of schemas, and dead proxies: it has no business on the network.
 */
export const runKubeconform = async (
  texts: readonly string[],
  schemas: readonly Schema[],
  { exec, scratch, tools }: Pick<Outside, "exec" | "scratch" | "tools">,
): Promise<readonly KubeconformVerdict[]> => {
  if (texts.length === 0) return [];
  const tool = await tools.get("kubeconform");
  const schemaDir = await scratch.folder("validate/schemas");
  const objectDir = await scratch.folder("validate/objects");
  await Promise.all(
    schemas.map(({ key, body }) => scratch.write(`validate/schemas/${schemaFile(key)}`, JSON.stringify(body))),
  );
  const files = await Promise.all(
    texts.map((text, index) => scratch.write(`validate/objects/${String(index + 1).padStart(5, "0")}.yaml`, text)),
  );
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
        ["n", String(Math.min(4, Math.ceil(texts.length / objectsPerWorker)))],
        ["schema-location", join(schemaDir, schemaLayout)],
      ],
      positionals: [objectDir],
    }),
    env: { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere },
    costly: "invalid-input",
    timeoutMs,
  });
  const verdicts = worst(report(completed));
  return files.map((file) => verdicts.get(file) ?? { status: "invalid", message: "the text holds no object" });
};
