import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { OperatorError } from "../../core/errors.ts";
import type { Connection } from "../../outside/ask.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Outside } from "../../outside/outside.ts";
import { askServer } from "../network/ask-server.ts";

/** A run has a quarter of an hour; whoever opened the connection closes it before. */
const longestMs = 24 * 60 * 60 * 1000;
const startsWithinMs = 10_000;
const pollMs = 20;
/** Prometheus ends a query after two minutes; what it is asked here takes it milliseconds. */
const answerMs = 30_000;

type ApiOutside = Pick<Outside, "scratch" | "signal">;

/**
 * Many questions to one API server by one process: `kubectl proxy` at a socket in the private scratch folder, which
 * holds the credentials so that we need not. Throws OperatorError `cluster-unreachable` where it does not start.
 */
export const openApi = async (
  kubectl: Cluster["kubectl"],
  { scratch, signal }: ApiOutside,
  server: string,
): Promise<Connection> => {
  opened += 1;
  const socket = join(await scratch.folder(`api-${opened}`), "socket");
  const ending = new AbortController();
  const ended = kubectl(
    commandLine({
      // Paths that make a command run in a pod stay refused, as they are by default.
      verb: ["proxy", "--keepalive=30s"],
      flags: [["unix-socket", socket]],
    }),
    { timeoutMs: longestMs, signal: AbortSignal.any([signal, ending.signal]) },
  ).then(
    ({ stderr }) => stderr.trim(),
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  );
  await listening(socket, ended, signal, server);
  return {
    ask: askServer({ at: { socketPath: socket }, timeoutMs: answerMs, signal }),
    async close() {
      ending.abort();
      await ended;
    },
  };
};

let opened = 0;

const listening = async (
  socket: string,
  ended: Promise<string>,
  signal: AbortSignal,
  server: string,
): Promise<void> => {
  let last: string | undefined;
  ended.then((said) => {
    last = said;
  });
  for (const end = performance.now() + startsWithinMs; performance.now() < end; await sleep(pollMs)) {
    if (await answers(socket)) return;
    signal.throwIfAborted();
    if (last !== undefined) break;
  }
  throw new OperatorError(
    "cluster-unreachable",
    `kubectl proxy, by which ${server} is asked, did not start: ${last ?? `no socket after ${startsWithinMs / 1000} s`}`,
    "Run the job again. Where it stays so, the runner's temporary folder may have too long a path for a socket (107 bytes): set RUNNER_TEMP to a shorter one.",
  );
};

/** The socket is there a moment before anybody listens to it. */
const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
