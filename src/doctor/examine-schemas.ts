import { OperatorError } from "../core/errors.ts";
import { keyOf } from "../validate/schemas/schema-key.ts";
import type { SchemaSource } from "../validate/schemas/schema-source.ts";
import { type Diagnosis, diagnose } from "./diagnosis.ts";

/** Every release of Kubernetes has it. */
const surelyThere = keyOf("v1", "ConfigMap");

/** Whether Kubernetes' own schemas can be had: without them nothing can be validated. */
export const examineSchemas = async (sources: readonly SchemaSource[], kubeVersion: string): Promise<Diagnosis> => {
  const what = `schemas of Kubernetes ${kubeVersion}`;
  const { diagnosis } = await diagnose("schemas", async () => {
    const answers = await Promise.all(
      sources.map(async (source) => ({ ...(await source.find([surelyThere], () => false)), name: source.name })),
    );
    const found = answers.find(({ schemas }) => schemas.length > 0)?.name ?? null;
    const silent = answers.flatMap(({ unreachable }) => unreachable ?? []);
    if (found !== null) return { value: found, said: `${what} from ${found}` };
    const why = silent.length > 0 ? `: ${silent.join("; ")}` : ` in ${sources.map(({ name }) => name).join(", ")}`;
    throw new OperatorError("schemas-unavailable", `No ${what}${why}.`, wayOut);
  });
  return diagnosis;
};

const wayOut =
  "Let this machine reach the address (HTTPS_PROXY and NO_PROXY are honoured), or set schema-locations to a folder of schemas or to `cluster`.";
