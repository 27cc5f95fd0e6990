import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Dispatcher } from "undici";
import { endedBy } from "../network/http-get.ts";
import { proxyFor } from "../network/proxy-for.ts";
import type { Login } from "./chart-address.ts";

/** Everything that a repository's server is asked with. */
export interface RepositoryAccess {
  /** Sent to `origin`, and to nobody else. */
  readonly login: Login | null;
  /** Scheme, host and port of the repository. */
  readonly origin: string;
  /** The certificate authority in PEM form that counts instead of the machine's. */
  readonly authority: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Aborted, too, when all that is asked of the repository takes longer than `timeoutMs`. */
  readonly limit: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * What is asked for: at most so many bytes, and whether they may come compressed, as text should
 * and an archive does already.
 */
export interface Wanted {
  readonly maxBytes: number;
  readonly compressed: boolean;
}

/** What a server said that is no file: its status, or why it gave none. Holds no login. */
export class NoAnswer extends Error {}

const maxRedirects = 10;
/** How long a server may say nothing. */
const silenceMs = 30_000;
const userAgent = "prometheus-stack-action";

/**
 * GET into memory. Redirects are followed, the login only within its origin (helm, as Go's client, sends it to
 * other ports and to subdomains, too), and never from https to http. Throws NoAnswer, and the signal's reason
 * once the run is cancelled.
 */
export const repositoryGet = async (url: URL, wanted: Wanted, access: RepositoryAccess): Promise<Buffer> => {
  const explained = (thrown: unknown): unknown => endedBy(thrown, access.limit, access.signal, access.timeoutMs);
  let at = url;
  try {
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const answer = await oneHop(at, wanted, access);
      if (Buffer.isBuffer(answer)) return answer;
      at = redirected(at, answer);
    }
  } catch (thrown) {
    if (access.signal.aborted) throw access.signal.reason;
    throw thrown instanceof NoAnswer ? thrown : new NoAnswer(`${at.host}: ${wordsOf(explained(thrown))}`);
  }
  throw new NoAnswer(`${url.host} redirects more than ${maxRedirects} times`);
};

const redirected = (at: URL, location: string): URL => {
  const next = URL.parse(location, at.href);
  if (next === null || (next.protocol !== "https:" && next.protocol !== "http:"))
    throw new NoAnswer(`${at.host} redirects to what is no address`);
  if (at.protocol === "https:" && next.protocol !== "https:")
    throw new NoAnswer(`${at.host} redirects to ${next.protocol}//${next.host}, which is not encrypted`);
  // What a server writes into an address is not our login.
  next.username = "";
  next.password = "";
  return next;
};

/** The body, or where the server sends us. */
const oneHop = async (
  url: URL,
  { maxBytes, compressed }: Wanted,
  access: RepositoryAccess,
): Promise<Buffer | string> => {
  const { request } = await undici();
  const dispatcher = await dispatcherFor(url, access);
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher,
      signal: access.limit,
      headersTimeout: silenceMs,
      bodyTimeout: silenceMs,
      headers: {
        "user-agent": userAgent,
        "accept-encoding": compressed ? "gzip" : "identity",
        ...(access.login !== null && url.origin === access.origin ? { authorization: basic(access.login) } : {}),
      },
    });
    const { location, "content-encoding": encoding } = headers;
    if ([301, 302, 303, 307, 308].includes(statusCode) && typeof location === "string") return location;
    if (statusCode !== 200) throw new NoAnswer(`${url.host} answers ${statusCode} for ${url.pathname}`);
    const bytes = await upTo(maxBytes, body);
    return compressed && encoding === "gzip" ? await unzipped(bytes, maxBytes) : bytes;
  } finally {
    await dispatcher.destroy();
  }
};

const basic = ({ username, password }: Login): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;

const upTo = async (maxBytes: number, body: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new NoAnswer(`the answer is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const inflate = promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(gunzip);

const unzipped = (bytes: Buffer, maxOutputLength: number): Promise<Buffer> =>
  inflate(bytes, { maxOutputLength }).catch(() => {
    throw new NoAnswer(`the answer is damaged, or longer than ${maxOutputLength} bytes`);
  });

/** Only where a repository is asked: it takes 80 ms to load. */
const undici = () => import("undici");

const dispatcherFor = async (url: URL, { authority, env }: RepositoryAccess): Promise<Dispatcher> => {
  const { Agent, ProxyAgent } = await undici();
  const ca = authority === undefined ? await machineAuthorities() : [authority];
  const uri = proxyFor(url, env);
  if (uri === null) return new Agent({ connect: { ca } });
  // Without TLS a proxy is asked for the address itself, with TLS for a tunnel.
  return new ProxyAgent({ uri, proxyTunnel: url.protocol === "https:", requestTls: { ca }, proxyTls: { ca } });
};

/** Node brings Mozilla's list; a company's own authority is in the machine's, where helm finds it, too. */
const machineAuthorities = async (): Promise<string[]> => {
  const { getCACertificates } = await import("node:tls");
  return [...getCACertificates("default"), ...getCACertificates("system")];
};

/** The error's own words, and those of what caused it: a connection's error is an aggregate without any. */
const wordsOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return String(thrown);
  const inner = thrown instanceof AggregateError ? thrown.errors.map(wordsOf) : [];
  const cause = thrown.cause === undefined ? [] : [wordsOf(thrown.cause)];
  const code =
    "code" in thrown && typeof thrown.code === "string" && !thrown.message.includes(thrown.code) ? [thrown.code] : [];
  return [thrown.message, ...code, ...inner, ...cause].filter((part) => part !== "").join(": ");
};
