import { createHash } from "node:crypto";
import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Helm } from "../../outside/helm.ts";
import type { Outside } from "../../outside/outside.ts";
import { chartLimits } from "../chart/chart-budget.ts";
import { readRegularFile } from "../files/read-regular-file.ts";
import type { Access } from "./chart-login.ts";
import type { InRegistry } from "./chart-reference.ts";
import { registryConfigFor } from "./registry-auth.ts";

/** Helm's registry configuration, and the folder of Docker's, in the scratch folder. */
export const registryFile = "helm/registry.json";
export const dockerFolder = "helm/docker";

/** A chart's archive is some 500 kB, the index of its repository some 10 MB. */
export const pullTimeoutMs = 180_000;

/** What a pull needs beside the chart's reference. */
export interface RegistryPull {
  readonly version: string | null;
  readonly access: Access;
  readonly caFile: string | undefined;
  /** Of all hosts; helm gets what it says of this one. */
  readonly registryConfig: JsonObject;
}

/** The archive, or helm's words where there is none. */
export type Pulled = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly said: string };

/** Has helm pull a chart from an OCI registry, with a configuration that knows the chart's host alone. */
export const pullFromRegistry = async (
  { address, host }: InRegistry,
  { version, access, caFile, registryConfig }: RegistryPull,
  helm: Helm,
  { scratch, mask }: Pick<Outside, "scratch" | "mask">,
): Promise<Pulled> => {
  const config = JSON.stringify(registryConfigFor(host, registryConfig, access.login));
  if (access.login !== null) mask(Buffer.from(`${access.login.username}:${access.login.password}`).toString("base64"));
  await scratch.write(registryFile, config);
  await scratch.write(`${dockerFolder}/config.json`, JSON.stringify(registryConfigFor(host, {}, null)));
  const name = createHash("sha256").update(`${address} ${version}`).digest("hex").slice(0, 16);
  const destination = await scratch.folder(`pulled/${name}`);
  const args = commandLine({
    verb: ["pull"],
    flags: [
      ...(version === null ? [] : ([["version", version]] as const)),
      ...(caFile === undefined ? [] : ([["ca-file", caFile]] as const)),
      ...(access.plain ? ([["plain-http", true]] as const) : []),
      ["destination", destination],
    ],
    positionals: [address],
  });
  const pulled = await helm.run(args, { timeoutMs: pullTimeoutMs });
  // Nothing that helm does later asks a registry.
  await scratch.write(registryFile, "{}");
  if (pulled.code !== 0) return { ok: false, said: pulled.stderr };
  const archive = (await readdir(destination)).find((file) => file.endsWith(".tgz"));
  if (archive === undefined) throw new Error(`helm pull succeeded and left no archive: ${pulled.stdout}`);
  const read = await readRegularFile(join(await realpath(destination), archive), chartLimits.archiveBytes);
  return read.ok ? { ok: true, bytes: read.bytes } : { ok: false, said: "the archive is larger than a chart may be" };
};
