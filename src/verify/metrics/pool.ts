import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";

/**
 * How the operator's configuration names the scrape jobs of a monitor begins so: `serviceMonitor/monitoring/x/0`,
 * `probe/monitoring/x` (`pkg/prometheus/promcfg.go` of prometheus-operator).
 */
export const poolOf = (monitor: WorldObject, world: World): ((name: string) => boolean) => {
  const { kind, name } = monitor.ref;
  const own = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}/${namespaceOf(monitor, world)}/${name}`;
  return (pool) => pool === own || pool.startsWith(`${own}/`);
};
