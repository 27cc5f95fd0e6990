// Started by the tests and then killed: starts a cluster, says where, and waits for its end. Its
// argument is the options, as JSON.
import { startCluster } from "./cluster.ts";

const cluster = await startCluster({ nodes: 1, ...JSON.parse(process.argv[2] ?? "{}") });
process.stdout.write(`${JSON.stringify({ dir: cluster.dir, server: cluster.server })}\n`);
setInterval(() => {}, 1 << 30);
