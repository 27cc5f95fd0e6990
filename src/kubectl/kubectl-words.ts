import { type CommandLine, commandLine, type Flag } from "../outside/command-line.ts";

/** `kubectl get` of all objects of some kinds in a namespace, as JSON. */
export const listIn = (namespace: string, kinds: string, more: readonly Flag[] = []): CommandLine =>
  commandLine({ verb: ["get"], flags: [["namespace", namespace], ["output", "json"], ...more], positionals: [kinds] });
