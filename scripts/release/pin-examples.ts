const action = "prometheus-stack-action/prometheus-stack-action";

/** How a workflow names a release of the action: by its commit, which nobody can move, with its tag for people. */
export const usesOf = (tag: string, commit: string): string => `${action}@${commit} # ${tag}`;

/** The text with each use of the action as one of this release, whatever it was; another remark behind it is kept. */
export const pinExamples = (text: string, tag: string, commit: string): string =>
  text.replace(
    new RegExp(`(uses: +)${action}@[\\w.-]+(?: # (?:better: the SHA of a release|v[\\w.+-]+))?`, "g"),
    (_, before: string) => `${before}${usesOf(tag, commit)}`,
  );
