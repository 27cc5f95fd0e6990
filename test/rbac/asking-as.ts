import { request } from "node:https";
import { loadAll } from "js-yaml";
import { isObject, type Json } from "../../src/kubernetes/manifest.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";

/** A cluster whose `kubectl create` of reviews asks the real API server as a user, without a process for each. */
export const askingAs = ({ server, adminToken }: EmbeddedCluster, user: string): Pick<Cluster, "kubectl"> => ({
  kubectl: async (_args, { stdin = "" } = {}) => {
    const answers = (loadAll(stdin) as Json[]).filter(isObject).map(async (review) => {
      const resource = `${String(review["kind"]).toLowerCase()}s`;
      return post(`${server}/apis/authorization.k8s.io/v1/${resource}`, adminToken, user, JSON.stringify(review));
    });
    return {
      code: 0,
      durationMs: 0,
      stdout: (await Promise.all(answers)).map((one) => `${one}\n`).join(""),
      stderr: "",
    };
  },
});

const post = (url: string, token: string, user: string, body: string): Promise<string> =>
  new Promise((done, fail) => {
    const headers = { authorization: `Bearer ${token}`, "impersonate-user": user, "content-type": "application/json" };
    const sent = request(url, { method: "POST", headers, rejectUnauthorized: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => done(Buffer.concat(chunks).toString("utf8").trim()));
    });
    sent.on("error", fail);
    sent.end(body);
  });
