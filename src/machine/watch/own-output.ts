import { fstatSync, statSync } from "node:fs";

/**
 * Tells the file that a descriptor writes to, whatever it is called: where the output of a command goes into a file of
 * the tree that it watches, each line would make the next one.
 */
export const fileOf = (descriptor: number): ((path: string) => boolean) => {
  const own = fstatSync(descriptor);
  if (!own.isFile()) return () => false;
  return (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.ino === own.ino && found.dev === own.dev;
  };
};
