import { createHash } from "node:crypto";
import { OperatorError } from "../../core/errors.ts";
import { chartLimits } from "../chart/chart-budget.ts";
import { readChartAddress } from "./chart-address.ts";
import { type InRegistry, type InRepository, inRegistry } from "./chart-reference.ts";
import { NoAnswer, type RepositoryAccess, repositoryGet } from "./repository-get.ts";
import { findInIndex, NotInIndex } from "./repository-index.ts";

/** The largest public index has some 25 MB. */
const anIndex = { maxBytes: 64 * 1024 * 1024, compressed: true } as const;
const anArchive = { maxBytes: chartLimits.archiveBytes, compressed: false } as const;

/** The archive; a registry where the index refers to one; or why there is neither, in words without a login. */
export type FromRepository =
  | { readonly is: "archive"; readonly bytes: Buffer }
  | { readonly is: "registry"; readonly reference: InRegistry }
  | { readonly is: "nothing"; readonly said: string };

/**
 * Gets a chart from a repository with an `index.yaml`, without helm: so the login goes to no other origin. The archive
 * is what the index says that it is. Throws OperatorError `render-failed` where it is not, and the signal's reason
 * once the run is cancelled.
 */
export const pullFromRepository = async (
  { name, address, url }: InRepository,
  version: string | null,
  access: Omit<RepositoryAccess, "origin" | "limit">,
): Promise<FromRepository> => {
  const base = new URL(url);
  const limit = AbortSignal.any([access.signal, AbortSignal.timeout(access.timeoutMs)]);
  const own = { ...access, origin: base.origin, limit };
  try {
    const index = await repositoryGet(within(base, "index.yaml"), anIndex, own);
    const entry = findInIndex(index, name, version);
    if (/^oci:\/\//i.test(entry.url)) return { is: "registry", reference: referenceOf(entry.url) };
    const bytes = await repositoryGet(archiveAt(base, entry.url), anArchive, own);
    const digest = createHash("sha256").update(bytes).digest("hex");
    if (entry.digest !== null && entry.digest !== digest) throw altered(`${name} ${entry.version}`, address);
    return { is: "archive", bytes };
  } catch (thrown) {
    if (thrown instanceof NoAnswer || thrown instanceof NotInIndex) return { is: "nothing", said: thrown.message };
    throw thrown;
  }
};

/** As helm resolves it: below the repository's path, with the repository's query. */
const within = (base: URL, path: string): URL => {
  const folder = new URL(base.href);
  folder.pathname = folder.pathname.replace(/\/*$/, "/");
  const resolved = new URL(path, folder.href);
  resolved.search = base.search;
  return resolved;
};

const archiveAt = (base: URL, written: string): URL => {
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(written);
  const url = absolute ? URL.parse(written) : within(base, written);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw new NotInIndex("index.yaml names an archive that is at no http or https address");
  url.username = "";
  url.password = "";
  return url;
};

/** A login in an index is not used. */
const referenceOf = (address: string): InRegistry => ({ ...inRegistry(readChartAddress(address)), login: null });

const altered = (chart: string, address: string): OperatorError =>
  new OperatorError(
    "render-failed",
    `The archive of ${chart} does not have the digest that the index of ${address} says.`,
    "Have the repository's owner write its index anew; until then do not use the archive.",
  );
