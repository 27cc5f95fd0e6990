import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, createServer, request } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import type { EmbeddedCluster } from "../../test/cluster/cluster.ts";
import { selfSigned } from "../../test/loopback-servers/self-signed.ts";

/** A request on its way to the API server. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** `User-Agent`, which tells kubectl and helm apart. */
  readonly agent: string;
}

/** What becomes of a request instead of its answer. */
export type Answer =
  | { readonly status: 401 | 403 | 409 | 429 | 500 | 503; readonly retryAfter?: number }
  /** The connection breaks before the request reaches the API server, or after it did: the answer is lost. */
  | { readonly breaks: "before" | "after" }
  /** The API server has it so much later. */
  | { readonly delayMs: number };

export interface Rule {
  readonly on: (asked: Asked) => boolean;
  readonly answer: Answer;
  /** How often; default: for as long as the rule is there. */
  readonly times?: number;
}

/** Stands between a kubeconfig and the API server, with credentials passed on as they are. */
export interface FaultProxy {
  readonly kubeconfig: string;
  /** Adds a rule; earlier ones come first. */
  add(rule: Rule): void;
  /** Takes all rules away. */
  clear(): void;
  /** Resolves when the API server has answered such a request. */
  seen(on: (asked: Asked) => boolean): Promise<Asked>;
  /** Nobody listens any more, and every connection is broken. */
  close(): Promise<void>;
  /** Listens again, at the same address. */
  open(): Promise<void>;
  /** Ends it for good. */
  end(): Promise<void>;
}

const reasons = {
  401: "Unauthorized",
  403: "Forbidden",
  409: "Conflict",
  429: "TooManyRequests",
  500: "InternalError",
  503: "ServiceUnavailable",
} as const;

/** As the API server words them. */
const messages = {
  401: "Unauthorized",
  403: "planted: forbidden",
  409: 'Operation cannot be fulfilled on planted "planted": the object has been modified; please apply your changes to the latest version and try again',
  429: "Too many requests, please try again later.",
  500: "Internal error occurred: planted",
  503: "the server is currently unable to handle the request",
} as const;

export const startFaultProxy = async (cluster: EmbeddedCluster, kubeconfigs: KubeconfigWriter): Promise<FaultProxy> => {
  const dir = mkdtempSync(join(tmpdir(), "fault-proxy-"));
  const certificate = selfSigned(dir);
  const sockets = new Set<Duplex>();
  const agent = new Agent({ keepAlive: true, ca: cluster.ca });
  let rules: { rule: Rule; left: number }[] = [];
  const watches = new Set<{ readonly on: (asked: Asked) => boolean; readonly resolve: (asked: Asked) => void }>();

  const forward = (asked: Asked, incoming: IncomingMessage, outgoing: ServerResponse, loseAnswer: boolean): void => {
    const { method, headers } = incoming;
    const onward = request(new URL(asked.url, cluster.server), { method, headers, agent }, (answer) => {
      for (const watch of [...watches])
        if (watch.on(asked)) {
          watches.delete(watch);
          watch.resolve(asked);
        }
      if (loseAnswer) {
        answer.resume();
        answer.on("end", () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      answer.pipe(outgoing);
      answer.on("error", () => incoming.socket.destroy());
    });
    onward.on("error", () => incoming.socket.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.on("error", () => onward.destroy());
    incoming.pipe(onward);
  };

  const server = createServer(certificate, (incoming, outgoing) => {
    const { method = "", url = "", headers } = incoming;
    const asked = { method, url, agent: headers["user-agent"] ?? "" };
    const found = rules.find(({ rule, left }) => left > 0 && rule.on(asked));
    if (found === undefined) return forward(asked, incoming, outgoing, false);
    found.left -= 1;
    const { answer } = found.rule;
    if ("status" in answer) refuse(answer, incoming, outgoing);
    else if ("delayMs" in answer) setTimeout(() => forward(asked, incoming, outgoing, false), answer.delayMs).unref();
    else if (answer.breaks === "before") incoming.socket.destroy();
    else forward(asked, incoming, outgoing, true);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("tlsClientError", () => {});
  const listen = (port: number) => new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      for (const socket of sockets) socket.destroy();
    });
  return {
    kubeconfig: await kubeconfigs({ server: `https://127.0.0.1:${port}`, ca: certificate.cert }),
    add: (rule) => void rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }),
    clear: () => {
      rules = [];
    },
    seen: (on) => new Promise((resolve) => void watches.add({ on, resolve })),
    close,
    open: () => listen(port),
    async end() {
      await close();
      agent.destroy();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

type KubeconfigWriter = (at: { readonly server: string; readonly ca: string }) => Promise<string>;

const refuse = (
  { status, retryAfter }: Extract<Answer, { readonly status: number }>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void => {
  incoming.resume();
  const body = { kind: "Status", apiVersion: "v1", status: "Failure", code: status };
  outgoing.writeHead(status, {
    "content-type": "application/json",
    ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
  });
  outgoing.end(JSON.stringify({ ...body, reason: reasons[status], message: messages[status] }));
};
