import { request } from "node:https";

export interface ApiAnswer {
  /** 0: no answer yet, nothing listens there or the connection broke. */
  readonly status: number;
  /** Parsed when it is JSON, else the text. */
  readonly body: unknown;
}

/**
 * One request to the API server: `method`, path with query, and a JSON body (a merge patch for PATCH). Throws nothing.
 */
export type ApiRequest = (method: string, path: string, body?: unknown) => Promise<ApiAnswer>;

const timeoutMs = 10_000;

/**
 * A client of one API server and no other: the certificate must be the one that our own server made at its start,
 * so an answer also proves that the port is ours.
 */
export const createApiRequest =
  (server: string, ca: string, token: string): ApiRequest =>
  (method, path, body) =>
    new Promise((resolve) => {
      const type = method === "PATCH" ? "application/merge-patch+json" : "application/json";
      const headers = { authorization: `Bearer ${token}`, "content-type": type };
      const sent = request(new URL(path, server), { method, headers, ca, timeout: timeoutMs }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", () => resolve({ status: 0, body: undefined }));
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString("utf8")) });
        });
      });
      sent.on("timeout", () => sent.destroy(new Error("timeout")));
      sent.on("error", () => resolve({ status: 0, body: undefined }));
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
