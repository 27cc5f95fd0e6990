import type { ChartSource } from "../../outside/chart.ts";
import { type ChartAddress, invalidAddress, type Login, readChartAddress } from "./chart-address.ts";

/** A chart in an OCI registry. */
export interface InRegistry {
  readonly from: "registry";
  /** Without a login. */
  readonly address: string;
  readonly host: string;
  readonly login: Login | null;
}

/** A chart in a repository with an `index.yaml`. */
export interface InRepository {
  readonly from: "repository";
  readonly name: string;
  /** For messages: without login and query. */
  readonly address: string;
  /** To ask: without a login. */
  readonly url: string;
  readonly login: Login | null;
}

/** Where a chart is to be had. */
export type ChartReference = { readonly from: "disk"; readonly path: string } | InRegistry | InRepository;

/**
 * Reads what a release says of its chart: a folder or archive, `oci://…`, or a name with its repository. `onDisk` tells
 * whether there is a file or folder of that path. Throws OperatorError `invalid-input`.
 */
export const readChartReference = (
  { chart, repository }: Pick<ChartSource, "chart" | "repository">,
  onDisk: boolean,
): ChartReference => {
  const text = chart.value;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    const address = readChartAddress(text);
    if (address.scheme === "oci") return inRegistry(address);
    throw invalidAddress(`The chart ${withoutLogin(address)} is an address of its own.`);
  }
  if (onDisk || looksLikePath(text)) return { from: "disk", path: text };
  const name = text.replace(/^[^/]+\//, "");
  if (!/^[\w.-]+$/.test(name))
    throw invalidAddress(`The chart ${JSON.stringify(text)} is neither a folder nor a name.`);
  if (repository.value === null)
    throw invalidAddress(`The chart ${text} has no repository: no \`helm repo add\` and no input says where it is.`);
  const address = readChartAddress(repository.value);
  const path = address.path.replace(/\/+$/, "");
  if (address.scheme === "oci") return inRegistry({ ...address, path: `${path}/${name}` });
  const place = withoutLogin({ ...address, path });
  return { from: "repository", name, address: place, url: place + address.query, login: address.login };
};

const looksLikePath = (text: string): boolean => /^\.{0,2}\/|\.tgz$|^\.{1,2}$/.test(text);

const repositoryPath = /^(?:\/[a-z0-9][\w.-]*)+(?::\w[\w.+-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/i;

/** The address of a chart in a registry, as an index names it, too. Throws OperatorError `invalid-input`. */
export const inRegistry = (read: ChartAddress): InRegistry => {
  const address = withoutLogin(read);
  if (!repositoryPath.test(read.path) || read.query !== "")
    throw invalidAddress(`The chart ${address} names no repository of a registry.`);
  return { from: "registry", address, host: read.host, login: read.login };
};

const withoutLogin = ({ scheme, host, path }: ChartAddress): string => `${scheme}://${host}${path}`;
