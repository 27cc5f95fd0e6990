/** What the action asks of GitHub, as its description names it. */
const operations = [
  ["get", "/repos/{owner}/{repo}"],
  ["get", "/repos/{owner}/{repo}/pulls"],
  ["get", "/repos/{owner}/{repo}/pulls/{pull_number}/files"],
  ["get", "/repos/{owner}/{repo}/pulls/{pull_number}/comments"],
  ["patch", "/repos/{owner}/{repo}/pulls/comments/{comment_id}"],
  ["post", "/repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
  ["get", "/repos/{owner}/{repo}/commits/{commit_sha}/pulls"],
  ["get", "/repos/{owner}/{repo}/compare/{basehead}"],
  ["get", "/repos/{owner}/{repo}/environments/{environment_name}"],
  ["get", "/repos/{owner}/{repo}/actions/runs/{run_id}/approvals"],
  ["post", "/repos/{owner}/{repo}/check-runs"],
  ["patch", "/repos/{owner}/{repo}/check-runs/{check_run_id}"],
  ["get", "/repos/{owner}/{repo}/issues/{issue_number}/comments"],
  ["post", "/repos/{owner}/{repo}/issues/{issue_number}/comments"],
  ["patch", "/repos/{owner}/{repo}/issues/comments/{comment_id}"],
] as const;

/** A part of the description. */
interface Description {
  readonly [key: string]: unknown;
}

/** For people, and of answers that nobody here reads. */
const leftOut = new Set([
  ...["description", "summary", "example", "examples", "externalDocs", "tags", "headers", "x-github", "x-webhooks"],
  "x-octokit",
]);

/** Those operations of the description, with all that they refer to. Throws where one of them is not there. */
export const excerptOf = (description: Description): Description => {
  const found = new Map<string, Description>();
  const kept = (value: unknown, isNames: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => kept(item, false));
    if (typeof value !== "object" || value === null) return value;
    const { $ref } = value as Description;
    if (typeof $ref === "string") follow($ref);
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        // A property may have any name.
        !isNames && leftOut.has(key) ? [] : [[key, kept(inner, !isNames && key === "properties")]],
      ),
    );
  };
  const follow = (ref: string): void => {
    if (found.has(ref)) return;
    found.set(ref, {});
    found.set(ref, kept(at(description, ref.slice(2).split("/")), false) as Description);
  };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [method, path] of operations) {
    const { operationId, parameters, requestBody, responses } = at(description, ["paths", path, method]);
    const answers = Object.entries(responses as Description).filter(([status]) => /^2/.test(status));
    paths[path] = {
      ...paths[path],
      [method]: kept({ operationId, parameters, requestBody, responses: Object.fromEntries(answers) }, false),
    };
  }
  const components: Record<string, Record<string, unknown>> = {};
  for (const [ref, part] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [, , kind = "", name = ""] = ref.split("/");
    components[kind] = { ...components[kind], [name]: part };
  }
  return { openapi: description["openapi"], paths, components };
};

const at = (description: Description, path: readonly string[]): Description =>
  path.reduce((part, key) => {
    const inner = part[key];
    if (typeof inner !== "object" || inner === null) throw new Error(`GitHub's description has no ${path.join(" ")}`);
    return inner as Description;
  }, description);
