import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSigned } from "../../test/loopback-servers/self-signed.ts";
import { must } from "../tamper/api.ts";
import type { Fault, Site } from "./fault.ts";

const webhooks = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";

/** A webhook of somebody else's that judges alert rules. */
const webhook = (url: string, caBundle?: string): object => ({
  metadata: { name: "planted" },
  webhooks: [
    {
      name: "planted.example.com",
      clientConfig: { url, ...(caBundle === undefined ? {} : { caBundle }) },
      rules: [
        {
          apiGroups: ["monitoring.coreos.com"],
          apiVersions: ["*"],
          operations: ["CREATE", "UPDATE"],
          resources: ["prometheusrules"],
        },
      ],
      failurePolicy: "Fail",
      sideEffects: "None",
      admissionReviewVersions: ["v1"],
      timeoutSeconds: 2,
    },
  ],
});

interface Review {
  readonly request: { readonly uid: string; readonly dryRun?: boolean };
}

const servers = new Map<Site, () => void>();

const noWebhook = async (site: Site): Promise<void> => {
  await must(site.request, "DELETE", `${webhooks}/planted`);
  servers.get(site)?.();
  servers.delete(site);
};

/** Refuses what is really written, and lets every dry run pass. */
const refusingWebhook = async (site: Site): Promise<undefined> => {
  const certificate = selfSigned(site.folder);
  const server = createServer(certificate, async (incoming, outgoing) => {
    const { request } = (await new Response(incoming as unknown as ReadableStream).json()) as Review;
    const status = { message: "planted: not on a Sunday" };
    const response = { uid: request.uid, allowed: request.dryRun === true, status };
    outgoing.setHeader("content-type", "application/json");
    outgoing.end(JSON.stringify({ apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview", response }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  servers.set(site, () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const caBundle = Buffer.from(certificate.cert).toString("base64");
  await must(site.request, "POST", webhooks, webhook(`https://127.0.0.1:${port}/`, caBundle));
};

/** Admission webhooks of others. */
export const webhookFaults: readonly Fault[] = [
  {
    name: "a webhook that refuses",
    alsoHelm3: true,
    before: refusingWebhook,
    undo: noWebhook,
    ends: ["apply-failed"],
    says: ["not on a Sunday", "What is left:"],
  },
  {
    name: "a webhook that nobody answers behind",
    before: async ({ request }) => {
      await must(request, "POST", webhooks, webhook("https://127.0.0.1:9/"));
      return { inputs: { timeout: "15s" } };
    },
    undo: noWebhook,
    ends: ["apply-failed"],
    says: ["planted.example.com", "What is left:"],
    withinSeconds: 15 + 30,
  },
];
