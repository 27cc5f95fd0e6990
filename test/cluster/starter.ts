// Started by the tests and then killed: starts a cluster, says where, and waits for its end.
import { startCluster } from "./cluster.ts";

const cluster = await startCluster({ nodes: 1 });
process.stdout.write(`${JSON.stringify({ dir: cluster.dir, server: cluster.server })}\n`);
setInterval(() => {}, 1 << 30);
