import { createServer } from "node:net";

/** A TCP port that nobody listens on at this moment; somebody may take it before the caller does. */
export const freePort = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error(`no port on ${host}`));
      });
    });
  });
