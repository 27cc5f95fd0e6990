import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { listItems } from "../../../scripts/tool-build/items.ts";
import { toolsCache } from "../../../scripts/tool-build/tools-cache.ts";
import { isObject } from "../../../src/kubernetes/manifest.ts";
import { schemasIn } from "../../kubernetes-schemas.ts";

const root = resolve(import.meta.dirname, "../../..");

/**
 * A folder with the JSON schemas of the release's own OpenAPI document, which has no enumerations, as the schemas at
 * the public location: it is part of the module that kubectl is built from. Undefined where that is not on this
 * machine, as after a download of kubectl.
 */
export const releasedSchemas = async (): Promise<string | undefined> => {
  const module = await kubernetesModule();
  if (module === "") return undefined;
  const cache = toolsCache(process.env);
  const [kubectl] = listItems(root, cache, ["kubectl"]);
  return schemasIn(join(cache, `released-schemas-${kubectl?.version}`), async () => {
    const document: unknown = JSON.parse(await readFile(join(module, "api/openapi-spec/swagger.json"), "utf8"));
    if (!isObject(document as never)) throw new Error(`${module} has no OpenAPI document`);
    return document as never;
  });
};

/** Where the module's sources lie; empty where they do not, or there is no Go. */
const kubernetesModule = async (): Promise<string> => {
  const cwd = join(root, "tools/kubernetes");
  const args = ["list", "-m", "-f", "{{.Dir}}", "k8s.io/kubernetes"];
  const env = { ...process.env, GOFLAGS: "-mod=readonly", GOTOOLCHAIN: "local", GOWORK: "off" };
  return await promisify(execFile)("go", args, { cwd, env }).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
};
