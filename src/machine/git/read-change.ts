import { OperatorError } from "../../core/errors.ts";
import { githubEvent, isCommitName, isProposal } from "../../gate/github-event.ts";
import { readEvent } from "../../gate/read-event.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import type { Change, ChangedFile, CommittedFile, NoChange } from "../../outside/change.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { BaseCommit, NoBase } from "../../outside/repository.ts";
import type { Clone } from "./base-commit.ts";
import { type Git, gitVerb, openGit } from "./git-command.ts";
import { openGitObjects } from "./git-objects.ts";

/**
 * What the event of a run changes, by the clone: all between the commit that a proposal is for, or that a push came
 * upon, and the one that is checked out. Null where the event changes nothing. `base` is what {@link baseCommit} says.
 */
export const readChange = async (clone: Clone, base: BaseCommit | NoBase | null): Promise<Change | NoChange | null> => {
  const name = clone.env["GITHUB_EVENT_NAME"] ?? "";
  const event = githubEvent(name);
  const proposes = event !== undefined && isProposal(event);
  if (proposes && base?.sha === null) return { why: base.why, wayOut: base.wayOut };
  const older = proposes ? (base?.sha ?? null) : name === "push" ? await commitBefore(clone) : null;
  if (older === null) return null;
  const [git, objects] = [await openGit(clone), await openGitObjects(clone)];
  if (git === null || objects === null) return { why: "there is no git on PATH to read the clone", wayOut: withGit };
  if ((await objects.commit(older)) === null) return notInClone(older);
  const start = await forkPoint(git, older);
  const files = await unlessTooMuch(() => changedFiles(git, start));
  if (files === null)
    return { why: "git cannot tell which files it changes", wayOut: "Check the repository out anew." };
  return {
    base: start,
    files,
    textsBefore: async (paths) => {
      const asked = paths.filter((path) => files.get(path)?.before?.kind === "file");
      return (await unlessTooMuch(() => objects.texts(start, asked))) ?? new Map();
    },
    patch: (file) => unlessTooMuch(() => patchOf(git, start, file)),
  };
};

/** Null where git says more than this process takes of a command. */
const unlessTooMuch = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch (thrown) {
    if (thrown instanceof OperatorError && thrown.reason === "render-failed") return null;
    throw thrown;
  }
};

/** Null also for the first push of a branch, which GitHub writes as zeros. */
const commitBefore = async (clone: Clone): Promise<string | null> => {
  const before = textAt((await readEvent(clone)) ?? undefined, ["before"]) ?? "";
  return isCommitName(before) && !/^0+$/.test(before) ? before : null;
};

const withGit = "Install git before actions/checkout.";

const notInClone = (sha: string): NoChange => ({
  why: `the clone does not hold commit ${sha.slice(0, 12)}, which the change is upon`,
  wayOut: "Set fetch-depth: 0 on actions/checkout.",
});

/**
 * The commit at which the change left the older one's history: what came there meanwhile is no part of the change. The
 * older commit itself where the clone does not tell.
 */
const forkPoint = async (git: Git, older: string): Promise<string> => {
  const asked = commandLine({ verb: [...gitVerb, "merge-base"], positionals: [older, "HEAD"] });
  const { code, stdout } = await git(asked);
  const found = stdout.trim();
  return code === 0 && isCommitName(found) ? found : older;
};

/** Neither filters nor drivers run: no content is looked at. */
const changedFiles = async (git: Git, start: string): Promise<ReadonlyMap<string, ChangedFile> | null> => {
  const raw = ["-r", "-z", "--raw", "--no-abbrev", "--no-renames"];
  const { code, stdout } = await git(commandLine({ verb: [...gitVerb, "diff-tree", ...raw, start, "HEAD"] }));
  if (code !== 0) return null;
  const parts = stdout.split("\0");
  const files = new Map<string, ChangedFile>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, oldMode = "", newMode = "", oldSha = "", newSha = ""] = entry.exec(parts[at] ?? "") ?? [];
    files.set(parts[at + 1] ?? "", { before: committed(oldMode, oldSha), after: committed(newMode, newSha) });
  }
  return files;
};

/** Drivers, which the clone's configuration names, are not asked, and attributes make no binary file of a text. */
const patchOf = async (git: Git, start: string, file: string): Promise<string | null> => {
  const verb = ["--literal-pathspecs", "diff-tree", "-p", "-U0", "--no-ext-diff", "--no-textconv", "--no-renames"];
  const asked = { verb: [...gitVerb, ...verb, "--text", "--no-color", start, "HEAD"], positionals: [file] };
  const { code, stdout } = await git(commandLine(asked));
  return code === 0 && stdout !== "" ? stdout : null;
};

const entry = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/;

const kinds: Readonly<Record<string, CommittedFile["kind"]>> = { "120000": "link", "160000": "submodule" };

const committed = (mode: string, sha: string): CommittedFile | null =>
  mode === "" || mode === "000000" ? null : { kind: kinds[mode] ?? "file", sha };
