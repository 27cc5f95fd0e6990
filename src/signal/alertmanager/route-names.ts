import { matcherText } from "./alert-matcher.ts";
import type { AlertmanagerConfig, Route } from "./alertmanager-config.ts";

/**
 * Each route by its matchers from the first route on, as amtool shows them, e.g. `{}/{severity="critical"}`; where two
 * are named alike, the second ends in ` #2`.
 */
export const routeNames = ({ route }: AlertmanagerConfig): ReadonlyMap<Route, string> => {
  const names = new Map<Route, string>();
  const seen = new Map<string, number>();
  const walk = (node: Route, above: string): void => {
    const name = `${above}{${node.matchers.map(matcherText).join(",")}}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    names.set(node, times === 1 ? name : `${name} #${times}`);
    for (const child of node.routes) walk(child, `${name}/`);
  };
  walk(route, "");
  return names;
};
