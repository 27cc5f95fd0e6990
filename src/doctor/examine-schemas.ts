import { OperatorError } from "../core/errors.ts";
import { keyOf } from "../validate/schemas/schema-key.ts";
import type { SchemaSource } from "../validate/schemas/schema-source.ts";
import { type Diagnosis, diagnose, lacking } from "./diagnosis.ts";

/** Every release of Kubernetes has it. */
const surelyThere = keyOf("v1", "ConfigMap");

/**
 * Whether Kubernetes' own schemas can be had. Where a source cannot be asked and no other has them, nothing can be
 * validated; where none has them, the objects are told as not validated.
 */
export const examineSchemas = async (sources: readonly SchemaSource[], kubeVersion: string): Promise<Diagnosis> => {
  const what = `schemas of Kubernetes ${kubeVersion}`;
  const { diagnosis, value } = await diagnose("schemas", async () => {
    const answers = await Promise.all(
      sources.map(async (source) => ({ ...(await source.find([surelyThere], () => false)), name: source.name })),
    );
    const found = answers.find(({ schemas }) => schemas.length > 0)?.name ?? null;
    const silent = answers.flatMap(({ unreachable }) => unreachable ?? []);
    if (found === null && silent.length > 0)
      throw new OperatorError("schemas-unavailable", `No ${what}: ${silent.join("; ")}.`, wayOut);
    return { value: { found }, said: `${what} from ${found}` };
  });
  return value === null || value.found !== null
    ? diagnosis
    : lacking("schemas", `No ${what} in ${sources.map(({ name }) => name).join(", ")}.`, wayOut);
};

const wayOut =
  "Let this machine reach the address (HTTPS_PROXY and NO_PROXY are honoured), or set schema-locations to a folder of schemas or to `cluster`.";
