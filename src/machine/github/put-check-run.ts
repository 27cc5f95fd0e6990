import type { RepositoryName } from "../../gate/event-change.ts";
import type { CheckRun, CheckRunAnnotation, Written } from "../../outside/github.ts";
import type { Log } from "../../outside/outside.ts";
import { idIn } from "./answer-id.ts";
import type { Octokit } from "./octokit.ts";

/** GitHub takes so many annotations in a request, https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const perRequest = 50;

/**
 * Makes a check run of a commit that has ended, and adds to it the annotations that one request has no room for. Where
 * one of these fails, the check run stays with what it has, and the log says so. Throws as Octokit does where there is
 * none.
 */
export const putCheckRun = async (
  octokit: Octokit,
  repository: RepositoryName,
  { sha, log }: { readonly sha: string; readonly log: Pick<Log, "info"> },
  run: CheckRun,
): Promise<Written> => {
  const batches = batchesOf(run.annotations.map(annotationOf));
  const [first = []] = batches;
  const told = { title: run.title, summary: run.summary };
  const made = await octokit.rest.checks.create({
    ...repository,
    name: run.name,
    head_sha: sha,
    status: "completed",
    conclusion: run.conclusion,
    ...(run.address === null ? {} : { details_url: run.address }),
    output: { ...told, annotations: first },
    // What may have been made is not made twice.
    request: { retries: 0 },
  });
  const id = idIn(made.data);
  const add = (annotations: (typeof batches)[number]) =>
    octokit.rest.checks.update({
      ...{ ...repository, check_run_id: id },
      ...{ output: { ...told, annotations }, request: { retries: 0 } },
    });
  let taken = first.length;
  for (const annotations of batches.slice(1)) {
    const answer = await add(annotations).catch(() => null);
    if (answer === null) {
      log.info(`The check run has ${taken} of ${run.annotations.length} annotations: GitHub took no more.`);
      break;
    }
    taken += annotations.length;
  }
  return { id };
};

const batchesOf = <T>(items: readonly T[]): readonly T[][] =>
  Array.from({ length: Math.ceil(items.length / perRequest) }, (_, index) =>
    items.slice(index * perRequest, (index + 1) * perRequest),
  );

const annotationOf = ({
  path,
  startLine,
  endLine,
  startColumn,
  endColumn,
  level,
  title,
  message,
}: CheckRunAnnotation) => ({
  ...{ path, start_line: startLine, end_line: endLine },
  ...(startColumn === undefined ? {} : { start_column: startColumn }),
  ...(endColumn === undefined ? {} : { end_column: endColumn }),
  ...{ annotation_level: level, title, message },
});
