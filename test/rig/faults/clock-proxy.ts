import { createServer, request, type Server } from "node:http";

/**
 * Stands before a Prometheus and tells its answers as one would whose clock goes wrong by so many milliseconds: no
 * program can be given another clock than the machine's.
 */
export const startClockProxy = async (
  at: { readonly host: string; readonly port: number },
  behind: string,
  offsetMs: number,
): Promise<Server> => {
  const server = createServer((asked, response) => {
    const onward = request(new URL(asked.url ?? "/", behind), { method: asked.method ?? "GET" }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        response.writeHead(answer.statusCode ?? 502, { "content-type": "application/json" });
        response.end(shifted(Buffer.concat(chunks).toString("utf8"), offsetMs));
      });
    });
    onward.on("error", () => response.writeHead(502).end());
    asked.pipe(onward);
  });
  await new Promise<void>((ready, fail) => server.once("error", fail).listen(at.port, at.host, ready));
  return server;
};

/** Instants, and the scalars that `time()` answers with. */
const shifted = (text: string, offsetMs: number): string =>
  text
    .replace(/"(20\d\d-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))"/g, (_, instant: string) =>
      JSON.stringify(new Date(Date.parse(instant) + offsetMs).toISOString()),
    )
    .replace(
      /("resultType":"scalar","result":\[)([\d.]+),"([\d.]+)"\]/g,
      (_, begin: string, at: string, value: string) =>
        `${begin}${Number(at) + offsetMs / 1000},"${Number(value) + offsetMs / 1000}"]`,
    );
