/** The annotations that say which repository, commit and run put an object there. */
export const stampPrefix = "prometheus-stack-action.dev/";

/** Annotations by name; what the environment does not tell is left out. */
export type Stamp = Readonly<Record<string, string>>;

export const stampOf = (env: Readonly<Record<string, string | undefined>>): Stamp => {
  const [repository, commit, run] = [env["GITHUB_REPOSITORY"], env["GITHUB_SHA"], runUrl(env)];
  return Object.fromEntries(
    Object.entries({ repository, commit, run }).flatMap(([name, value]) =>
      value ? [[`${stampPrefix}${name}`, value]] : [],
    ),
  );
};

/** What `helm history` shows of a revision, e.g. `owner/name@0a1b2c3 https://…`; empty where nothing is known. */
export const describeStamp = (stamp: Stamp): string => {
  const [repository, commit, run] = ["repository", "commit", "run"].map((name) => stamp[`${stampPrefix}${name}`]);
  const revision = [repository, commit].filter((part) => part !== undefined).join("@");
  return [revision, run].filter((part) => part).join(" ");
};

/** The address of the run; undefined where the environment does not tell. */
export const runUrl = (env: Readonly<Record<string, string | undefined>>): string | undefined => {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (!repository || !run) return undefined;
  return `${env["GITHUB_SERVER_URL"] || "https://github.com"}/${repository}/actions/runs/${run}`;
};
