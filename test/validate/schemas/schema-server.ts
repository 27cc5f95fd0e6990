import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A loopback server that answers each path as told, 404 where nothing is told, and remembers what it was asked. */
export const schemaServer = async (answers: Readonly<Record<string, (response: ServerResponse) => void>>) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const answer = answers[path];
    if (answer !== undefined) return answer(response);
    response.statusCode = 404;
    response.end("404: Not Found");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

/** Answers with this value as JSON. */
export const json = (value: unknown) => (response: ServerResponse) => void response.end(JSON.stringify(value));

/** Answers with this status. */
export const status = (code: number) => (response: ServerResponse) => {
  response.statusCode = code;
  response.end("trouble");
};

/** Never answers. */
export const silence = () => {};
