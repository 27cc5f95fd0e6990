import type { IncomingMessage, RequestOptions } from "node:http";

/** How servers see us; some refuse requests without a name. */
const userAgent = "prometheus-stack-action";

const maxRedirects = 5;

/** What a request sends; a GET of nothing by default. */
interface Sent {
  readonly method?: "GET" | "POST";
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One GET up to the response's head, redirects followed; the caller reads or destroys the body, which breaks off when
 * the signal is aborted. Honours `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. Throws the socket's error, or the signal's
 * reason once it is aborted.
 */
export const openResponse = async (url: string, signal: AbortSignal): Promise<IncomingMessage> => {
  let at = new URL(url);
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const message = await oneHop(at, signal);
    const location = message.headers.location;
    if (location === undefined || ![301, 302, 303, 307, 308].includes(message.statusCode ?? 0)) return message;
    message.destroy();
    const next = new URL(location, at);
    if (at.protocol === "https:" && next.protocol !== "https:")
      throw new Error(`${at.host} redirects to ${next.protocol}//${next.host}, which is not encrypted`);
    at = next;
  }
  throw new Error(`more than ${maxRedirects} redirects`);
};

/**
 * A client for each hop, and no redirects of its own: it refuses a relative `Location`, which mirrors send, and keeps
 * the first hop's agent for the next although the protocol may differ.
 */
export const oneHop = async (url: URL, signal: AbortSignal, sent: Sent = {}): Promise<IncomingMessage> => {
  signal.throwIfAborted();
  const abortable = {
    prepareRequest: (options: RequestOptions): void => makeAbortable(options, signal),
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error("no authentication")),
  };
  // Only where something is asked for: Node's network modules and the client take 80 ms to load.
  const { HttpClient } = await import("@actions/http-client");
  const client = new HttpClient(userAgent, [abortable], { allowRedirects: false, allowRetries: false });
  try {
    const { method = "GET", body = null, headers = {} } = sent;
    return (await client.request(method, url.href, body, headers)).message;
  } catch (thrown) {
    throw signal.aborted ? signal.reason : thrown;
  }
};

/**
 * Behind a proxy the request waits for a tunnel, which the agent asks for with options of its own: a proxy that takes
 * the connection and never answers would keep this process alive after its work is done.
 */
const makeAbortable = (options: RequestOptions, signal: AbortSignal): void => {
  options.signal = signal;
  const agent = options.agent as { proxyOptions?: RequestOptions } | undefined;
  if (agent?.proxyOptions !== undefined) agent.proxyOptions.signal = signal;
};
