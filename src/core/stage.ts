import { allDone } from "./all-done.ts";
import { asOperatorError } from "./errors.ts";

export const stageNames = [
  "load",
  "render",
  "validate",
  "resolve",
  "check",
  "plan",
  "deploy",
  "verify",
  "rollback",
] as const;
export type StageName = (typeof stageNames)[number];

/** How one stage of the run ended. Durations are wall time in milliseconds. */
export type StageResult =
  | { readonly name: StageName; readonly status: "passed"; readonly durationMs: number }
  | { readonly name: StageName; readonly status: "failed"; readonly durationMs: number; readonly reason: string }
  | { readonly name: StageName; readonly status: "skipped"; readonly reason: string };

/** A stage that ran. */
export type RanStage = Exclude<StageResult, { readonly status: "skipped" }>;

/** Is told of stages as they run, several of them perhaps at once. */
export interface StageListener {
  begins(name: StageName): void;
  ended(result: RanStage): void;
}

/**
 * The products that a stage returns, by name; one that is still being made may be a promise, so that it is kept
 * even where a later one fails.
 */
type Making<Products, Name extends keyof Products> = {
  readonly [N in Name]: Products[N] | Promise<Products[N]>;
};

/**
 * Runs stages, keeps how each ended and what it returned, so that a run that was cut short is reported as far as it
 * came. A stage that was never reached is told as skipped, with why.
 */
export class StageRecorder<Products extends object> {
  readonly #now: () => number;
  readonly #told: StageListener;
  readonly #results = new Map<StageName, StageResult>();
  readonly #products: Partial<Products> = {};
  /** Milliseconds. */
  readonly #spentAhead = new Map<StageName, number>();

  constructor(now: () => number, told: StageListener = { begins: () => {}, ended: () => {} }) {
    this.#now = now;
    this.#told = told;
  }

  /**
   * Runs `body` and keeps what it makes. The stage fails by throwing, or by a value of which `failure` has something to
   * say: then the run goes on with that value.
   */
  async run<Name extends keyof Products>(
    name: StageName,
    body: () => Making<Products, Name> | Promise<Making<Products, Name>>,
    failure: (made: Pick<Products, Name>) => string | null = () => null,
  ): Promise<Pick<Products, Name>> {
    const start = this.#now() - (this.#spentAhead.get(name) ?? 0);
    this.#told.begins(name);
    const durationMs = (): number => Math.round(this.#now() - start);
    try {
      const made = await this.keep(await body());
      const reason = failure(made);
      this.#end(
        reason === null
          ? { name, status: "passed", durationMs: durationMs() }
          : { name, status: "failed", durationMs: durationMs(), reason },
      );
      return made;
    } catch (thrown) {
      // The whole message stands with the run's error; here its first line tells the stages apart.
      const reason = asOperatorError(thrown)?.message.split("\n", 1)[0] ?? "internal error";
      this.#end({ name, status: "failed", durationMs: durationMs(), reason });
      throw thrown;
    }
  }

  /** Does a part of a stage before that runs: what it takes counts there. */
  async ahead<T>(name: StageName, part: () => Promise<T>): Promise<T> {
    const start = this.#now();
    const made = await part();
    this.#spentAhead.set(name, this.#now() - start);
    return made;
  }

  /**
   * Keeps each product as soon as it is made, and waits for all of them; throws the error of the first that has one.
   */
  async keep<Name extends keyof Products>(making: Making<Products, Name>): Promise<Pick<Products, Name>> {
    const names = Object.keys(making) as Name[];
    const made = await allDone(
      names.map(async (name) => {
        const product = await making[name];
        this.#products[name] = product;
        return [name, product] as const;
      }),
    );
    return Object.fromEntries(made) as Pick<Products, Name>;
  }

  #end(result: RanStage): void {
    this.#results.set(result.name, result);
    this.#told.ended(result);
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

  /** What was kept so far. */
  products(): Readonly<Partial<Products>> {
    return this.#products;
  }
}
