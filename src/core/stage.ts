import { asOperatorError } from "./errors.ts";

const stageNames = ["load", "render", "validate", "resolve", "check", "deploy"] as const;
export type StageName = (typeof stageNames)[number];

/** How one stage of the run ended. Durations are wall time in milliseconds. */
export type StageResult =
  | { readonly name: StageName; readonly status: "passed"; readonly durationMs: number }
  | { readonly name: StageName; readonly status: "failed"; readonly durationMs: number; readonly reason: string }
  | { readonly name: StageName; readonly status: "skipped"; readonly reason: string };

/** Runs stages and keeps how each ended; a stage that was never reached is told as skipped, with why. */
export class StageRecorder {
  readonly #now: () => number;
  readonly #results = new Map<StageName, StageResult>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Runs `body`. It fails by throwing, or by a value of which `failure` has something to say: then the run goes on with that value. */
  async run<T>(name: StageName, body: () => Promise<T>, failure: (value: T) => string | null = () => null): Promise<T> {
    const start = this.#now();
    const durationMs = (): number => Math.round(this.#now() - start);
    try {
      const value = await body();
      const reason = failure(value);
      this.#results.set(
        name,
        reason === null
          ? { name, status: "passed", durationMs: durationMs() }
          : { name, status: "failed", durationMs: durationMs(), reason },
      );
      return value;
    } catch (thrown) {
      // The whole message stands with the run's error; here its first line tells the stages apart.
      const reason = asOperatorError(thrown)?.message.split("\n", 1)[0] ?? "internal error";
      this.#results.set(name, { name, status: "failed", durationMs: durationMs(), reason });
      throw thrown;
    }
  }

  skip(name: StageName, reason: string): void {
    this.#results.set(name, { name, status: "skipped", reason });
  }

  /** All stages in their order. */
  results(): readonly StageResult[] {
    return stageNames.map(
      (name) => this.#results.get(name) ?? { name, status: "skipped", reason: "an earlier stage ended the run" },
    );
  }
}
