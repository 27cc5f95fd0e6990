/** The milliseconds of processor time that the work takes, whatever else the machine does. */
export const cpuTime = (work: () => unknown): number => {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
};
