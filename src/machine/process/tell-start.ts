import type { Outside } from "../../outside/outside.ts";

/**
 * An outside that tells when its first command was called for; in the next turn of the event loop it runs. Where none
 * is called for, it tells nothing.
 */
export const tellStart = <T extends Pick<Outside, "exec">>(
  outside: T,
): { readonly outside: T; readonly started: Promise<void> } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const exec: Outside["exec"] = (command) => {
    const completed = outside.exec(command);
    resolve();
    return completed;
  };
  return { outside: { ...outside, exec }, started: promise };
};
