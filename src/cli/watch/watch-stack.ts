import { Recent } from "../../core/lately.ts";
import { fileOf } from "../../machine/watch/own-output.ts";
import { watchFiles } from "../../machine/watch/watch-files.ts";
import type { TextOptions } from "../../report/text/terminal-text.ts";
import { checkRound, type WatchedStack } from "./check-round.ts";
import type { Round } from "./round.ts";
import { lastingText, roundLine, roundScreen } from "./round-text.ts";
import { watchRounds } from "./watch-rounds.ts";

/** What is watched, and where its rounds are shown. */
export interface WatchRequest extends WatchedStack {
  readonly options: TextOptions;
  readonly output: NodeJS.WriteStream & { readonly fd: number };
}

const signals = ["SIGINT", "SIGTERM"] as const;

/** `check --watch`: ends by a signal, or where nobody reads what it says. Throws OperatorError where it cannot be. */
export const watchStack = async (request: WatchRequest): Promise<void> => {
  const { output } = request;
  const controller = new AbortController();
  const end = (): void => controller.abort();
  for (const name of signals) process.on(name, end);
  output.on("error", end);
  const screen = output.isTTY ? terminal(request) : lines(request);
  output.on("resize", screen.redraw);
  const files = watchFiles({ isOwn: fileOf(output.fd) });
  try {
    const recent = new Recent<string>();
    const check = (changed: readonly string[]) => checkRound(request, recent, changed);
    await watchRounds({ check, files, show: screen.show, signal: controller.signal });
  } finally {
    await files.close();
    output.off("resize", screen.redraw);
    for (const name of signals) process.off(name, end);
    if (output.isTTY) output.write("\n");
  }
};

interface Screen {
  show(round: Round, isRepeated: boolean): void;
  redraw(): void;
}

const lines = ({ options, output }: WatchRequest): Screen => {
  let last = "";
  return {
    show(round, isRepeated) {
      const text = lastingText(round, options);
      if (!isRepeated || text !== last) output.write(`${roundLine(round, options)}\n`);
      last = text;
    },
    redraw: () => {},
  };
};

/** What was on the screen before stays above, where the terminal keeps it. */
const toTop = "\u001b[H";
const clearBelow = "\u001b[J";

const terminal = ({ options, output }: WatchRequest): Screen => {
  let last: Round | null = null;
  const redraw = (): void => {
    if (last === null) return;
    output.write(`${toTop}${clearBelow}${roundScreen(last, options, output)}`);
  };
  output.write(`${"\n".repeat(output.rows)}${toTop}${clearBelow}Checking …`);
  return {
    show(round) {
      last = round;
      redraw();
    },
    redraw,
  };
};
