/**
 * True for what kustomize would fetch with git or HTTP, by its own rules (api/internal/git/repospec.go and
 * internal/loader): a scheme, `user@host:`, or `github.com/` without any; a `git::` in front is ignored. Letters'
 * case makes no difference.
 */
export const isRemote = (text: string): boolean => isHttp(text) || isGitRepository(text);

/** What the loader of every file field takes as an address. */
const isHttp = (text: string): boolean => /^https?:/i.test(text);

const isGitRepository = (text: string): boolean => {
  const address = text.replace(/^git::/i, "").replace(/\?.*$/s, "");
  const scheme = /^(?:ssh|https?|file):\/\//i.exec(address)?.[0] ?? "";
  const user = /^[a-z][a-z0-9-]*@/i.exec(address.slice(scheme.length))?.[0] ?? "";
  const host = address.slice(scheme.length + user.length);
  if (scheme !== "") return true;
  // Go's `ToLower` makes an `i` of the dotted capital I as well.
  const standardGithub = /^g[iİ]thub\.com[/:]/i.test(host);
  if (!standardGithub && user === "") return false;
  // Without two segments behind the host, kustomize sees a local path; nothing is lost by refusing a little more.
  return /[/:]./.test(host);
};

/**
 * True for a text that no version of kustomize can take for anything but a relative path: its first segment has nothing
 * of an address, and it is one line. Every other is handed to kustomize with `./` in front.
 */
export const isPlainPath = (text: string): boolean =>
  text === "" ||
  (/^[\w.+ -]+(?:\/|$)/.test(text) && !/^github\.com/i.test(text) && !/[\p{Cc}\u2028\u2029]/u.test(text));
