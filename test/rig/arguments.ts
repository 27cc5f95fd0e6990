/**
 * The arguments of a container for a process that stands in for it: paths where its volumes lie, and it listens at the
 * pod's address only, so that whoever reaches it has used the right one.
 */
export const standInArguments = (
  args: readonly string[],
  ip: string,
  port: number,
  place: (path: string) => string,
): readonly string[] => [
  ...args
    .filter((arg) => !/^--web\.(listen-address|config\.file)=/.test(arg))
    .map((arg) => arg.replace(/^(--[\w.-]+=)(\/.+)$/, (_, flag: string, path: string) => `${flag}${place(path)}`)),
  `--web.listen-address=${ip}:${port}`,
];
