import { isWebhookSilent } from "./webhook-silent.ts";

/**
 * Trouble after which the same request may go well a moment later: nobody listens (`offline`), the connection broke
 * (`broken`), the API server asks for patience (`busy`), it says that something in itself failed (`internal`), or
 * somebody wrote the same object at the same moment (`conflict`).
 */
export type PassingTrouble = "offline" | "broken" | "busy" | "internal" | "conflict";

/**
 * What kubectl and helm say of such trouble, client-go's own sentences, tried with kubectl 1.35 and helm 3.22 and 4.3.
 * The groups of a server of their own may be away for good, and kubectl goes on without them. Null: another trouble.
 */
export const passingTrouble = (stderr: string): PassingTrouble | null => {
  if (isWebhookSilent(stderr) || /complete list of server APIs|x509:/.test(stderr)) return null;
  return sentences.find(([, pattern]) => pattern.test(stderr))?.[0] ?? null;
};

const sentences: readonly (readonly [PassingTrouble, RegExp])[] = [
  [
    "busy",
    /\((?:TooManyRequests|ServiceUnavailable|Timeout|ServerTimeout)\)|[Tt]oo [Mm]any [Rr]equests|currently unable to handle the request|etcdserver: |the request timed out/,
  ],
  ["conflict", /the object has been modified/],
  ["internal", /\(InternalError\)|Internal error occurred|has prevented the request from succeeding/],
  [
    "offline",
    /connection to the server .* was refused|connection refused|no such host|i\/o timeout|no route to host|network is unreachable/,
  ],
  [
    "broken",
    /connection reset by peer|broken pipe|TLS handshake timeout|http2: client connection lost|GOAWAY|unexpected EOF|: EOF\b|Client\.Timeout exceeded|Unable to connect to the server|server closed idle connection/,
  ],
];
