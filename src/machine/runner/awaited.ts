import { basename } from "node:path";
import type { Exec } from "../../outside/exec.ts";
import type { HttpGet } from "../../outside/outside.ts";

/** What a run waits for at this moment, by names that hold nothing private: commands, and hosts that are asked. */
export interface Awaited {
  names(): readonly string[];
  /** The same, watched. */
  exec(exec: Exec): Exec;
  httpGet(get: HttpGet): HttpGet;
}

/** Watches what a run waits for. */
export const watchAwaited = (): Awaited => {
  const names = new Map<symbol, string>();
  const watched = async <T>(name: string, wait: () => Promise<T>): Promise<T> => {
    const key = Symbol(name);
    names.set(key, name);
    try {
      return await wait();
    } finally {
      names.delete(key);
    }
  };
  return {
    names: () => [...names.values()],
    exec: (exec) => (command) => watched(basename(command.file), () => exec(command)),
    httpGet: (get) => (url, options) => watched(URL.parse(url)?.host ?? "an address", () => get(url, options)),
  };
};
