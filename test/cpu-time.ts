/**
 * The milliseconds of processor time that the work takes, whatever else the machine does: the least of three, because
 * now and then one of them also collects the garbage of all tests before it.
 */
export const cpuTime = (work: () => unknown): number => Math.min(...[1, 2, 3].map(() => cpuTimeOnce(work)));

const cpuTimeOnce = (work: () => unknown): number => {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
};
