import { spawnSync } from "node:child_process";

/** Addresses of pods; inside the namespace every one of them answers on the loopback interface. */
export const podRange = "10.231.0.0/24";

/**
 * The command inside a network namespace of its own, which an ordinary user may make: no route leads out of
 * it, and two rigs never meet. What it mounts nobody else sees, and is gone when it ends.
 */
export const insideNamespace = (command: readonly string[]): readonly string[] => {
  const prepare = `ip link set lo up && ip route add local ${podRange} dev lo && exec "$@"`;
  return ["unshare", "-rnm", "sh", "-c", prepare, "sh", ...command];
};

/** Why this machine gives no such namespace, with the next step; null where it does. */
export const namespaceRefusal = (): string | null => {
  const [file = "", ...args] = insideNamespace(["true"]);
  const { status, stderr, error } = spawnSync(file, args, { encoding: "utf8" });
  if (status === 0) return null;
  return (
    `This machine gives no network namespace (${error?.message ?? stderr.trim()}). The rig needs Linux with unshare (util-linux) and ip (iproute2). ` +
    "Ubuntu 24.04 restricts namespaces of ordinary users: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
  );
};
