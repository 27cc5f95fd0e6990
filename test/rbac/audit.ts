import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { objectAt, textOrEmpty } from "../../src/kubernetes/json-fields.ts";
import { type Json, valueAt } from "../../src/kubernetes/manifest.ts";

/** One request that the API server answered. */
export interface Asked {
  readonly user: string;
  readonly verb: string;
  readonly group: string;
  /** With its subresource, e.g. `deployments/scale`; of no object the path. */
  readonly resource: string;
  readonly namespace: string | null;
  readonly name: string | null;
  readonly dryRun: boolean;
  readonly status: number;
}

export interface Audit {
  readonly apiServerArgs: readonly string[];
  /** What accounts of the namespace `accounts` asked for so far. */
  asked(): readonly Asked[];
  close(): Promise<void>;
}

/** The API server's own record of who asked for what, of the accounts of one namespace. */
export const openAudit = async (accounts: string): Promise<Audit> => {
  const dir = await mkdtemp(join(tmpdir(), "audit-"));
  const [policy, log] = [join(dir, "policy.yaml"), join(dir, "audit.log")];
  const rule = { level: "Metadata", userGroups: [`system:serviceaccounts:${accounts}`] };
  const body = { apiVersion: "audit.k8s.io/v1", kind: "Policy", omitStages: ["RequestReceived"], rules: [rule] };
  await writeFile(policy, JSON.stringify(body));
  await writeFile(log, "");
  return {
    apiServerArgs: ["--audit-policy-file", policy, "--audit-log-path", log],
    asked: () => readFileSync(log, "utf8").split("\n").filter(Boolean).map(askedIn),
    close: () => rm(dir, { recursive: true, force: true }),
  };
};

const askedIn = (line: string): Asked => {
  const event = JSON.parse(line) as Json;
  const uri = new URL(textOrEmpty(event, ["requestURI"]), "http://server");
  const on = objectAt(event, ["objectRef"]);
  const text = (field: string): string => textOrEmpty(on, [field]);
  const resource = text("resource");
  return {
    user: textOrEmpty(event, ["user", "username"]).split(":").at(-1) ?? "",
    verb: textOrEmpty(event, ["verb"]),
    group: text("apiGroup"),
    resource: resource === "" ? uri.pathname : [resource, text("subresource")].filter(Boolean).join("/"),
    namespace: text("namespace") || null,
    name: text("name") || null,
    dryRun: uri.searchParams.has("dryRun"),
    status: Number(valueAt(event, ["responseStatus", "code"])),
  };
};

const reads: readonly string[] = ["get", "list", "watch"];

/** Whether a request would change something; a review is a question, put as a create. */
export const isWrite = ({ verb, dryRun, resource }: Asked): boolean =>
  !reads.includes(verb) && !dryRun && !resource.endsWith("reviews");

export const tellAsked = ({ user, verb, group, resource, namespace, name, status }: Asked): string =>
  `${user}: ${verb} ${group}/${resource} ${namespace ?? ""}/${name ?? ""} ${status}`;
