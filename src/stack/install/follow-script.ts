import { parse } from "unbash";
import type { Doubt, ShellRun } from "./helm-call.ts";
import { Run } from "./shell-run.ts";
import { Scope } from "./shell-scope.ts";
import { findUnfollowed } from "./shell-unfollowed.ts";
import { TooMuch } from "./shell-value.ts";

/** Characters that are followed: real scripts have some thousands. */
const maxCharacters = 256 * 1024;

/**
 * Follows a script as bash would run it without arguments, from one of `folders`, and notes the calls of helm. Nothing
 * is executed: what depends on the running shell becomes an unknown value, what may or may not run becomes a doubt.
 */
export const followScript = (text: string, script: string, folders: readonly string[]): ShellRun => {
  const doubts: Doubt[] = [];
  if (text.length > maxCharacters)
    return {
      calls: [],
      doubts: [{ message: "The script is too long to be followed", start: 0, end: 0 }],
      writes: [],
      switchesNamespace: false,
    };
  const parsed = parse(text);
  for (const error of parsed.errors ?? [])
    doubts.push({ message: `The shell cannot read this: ${error.message}`, start: error.pos, end: error.pos });
  if (doubts.length > 0) return { calls: [], doubts, writes: [], switchesNamespace: false };
  const tooMuch = { message: "The script is too long or too deeply nested to be followed", start: 0, end: 0 };
  let run: Run | undefined;
  try {
    const unfollowed = findUnfollowed(parsed);
    run = new Run(new Scope(script, folders, unfollowed.names));
    run.doubts.push(...unfollowed.doubts);
    run.list(parsed.commands);
    return run;
  } catch (thrown) {
    // The nesting of a hostile script overflows the stack.
    if (!(thrown instanceof TooMuch) && !(thrown instanceof RangeError)) throw thrown;
    const { calls, writes, switchesNamespace } = run ?? { calls: [], writes: [], switchesNamespace: false };
    return { calls, writes, doubts: [...(run?.doubts ?? []), tooMuch], switchesNamespace };
  }
};
