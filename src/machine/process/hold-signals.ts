/** What asks this process to end. */
export const endSignals = ["SIGINT", "SIGTERM"] as const;

/**
 * For the last moments of a process: the outcome stands, and a signal that comes now would only
 * end it as if it had failed.
 */
export const letSignalsBe = (): void => {
  for (const signal of endSignals) process.on(signal, () => {});
};

/** From now on a signal ends nothing by itself; that one came is told to whoever takes over. */
export const holdSignals = (): { handOver(cancel: () => void): void } => {
  let came = false;
  const hold = (): void => {
    came = true;
  };
  for (const name of endSignals) process.on(name, hold);
  return {
    handOver(cancel) {
      for (const name of endSignals) process.off(name, hold);
      if (came) cancel();
    },
  };
};
