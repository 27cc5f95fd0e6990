import { createServer, type Server } from "node:http";
import { exporterText } from "./exporter-text.ts";
import type { Pod } from "./pod.ts";

const port = 9400;

/** Serves sample metrics where dcgm-exporter would: at each pod's own address, port 9400, path /metrics. */
export const startExporters = async (pods: readonly Pod[]): Promise<{ close(): void }> => {
  const servers = await Promise.all(pods.map(startExporter));
  return {
    close: () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
};

const startExporter = async ({ ip, node }: Pod): Promise<Server> => {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") response.writeHead(404).end();
    else response.setHeader("content-type", "text/plain; version=0.0.4; charset=utf-8").end(exporterText(node));
  });
  await new Promise<void>((ready, fail) => server.once("error", fail).listen(port, ip, ready));
  return server;
};
