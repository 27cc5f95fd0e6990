import { asOperatorError, type OperatorError } from "../core/errors.ts";
import { asNoRoom } from "../core/no-room.ts";

/** What was looked at, and whether a run gets past it. */
export interface Diagnosis {
  /** A word or two, e.g. `helm` or `cluster rights`. */
  readonly subject: string;
  /** `lacks`: a run goes on without it; `stops`: it ends there; `unseen`: nobody looked. */
  readonly state: "good" | "lacks" | "stops" | "unseen";
  /** What was seen, or why nobody looked. */
  readonly said: string;
  /** The next step of whoever wants it mended; null where there is none. */
  readonly repair: string | null;
}

/** What a look at something brought: a value for the looks after it, and what is said of it. */
export interface Sighting<T> {
  readonly value: T;
  readonly said: string;
}

export const good = (subject: string, said: string): Diagnosis => ({ subject, state: "good", said, repair: null });

export const passedOver = (subject: string, said: string): Diagnosis => ({
  subject,
  state: "unseen",
  said,
  repair: null,
});

export const lacking = (subject: string, said: string, repair: string): Diagnosis => ({
  ...{ subject, state: "lacks", said, repair },
});

export const stopping = (subject: string, { message, hint }: Pick<OperatorError, "message" | "hint">): Diagnosis => ({
  ...{ subject, state: "stops", said: message, repair: hint },
});

/** Looks at one thing as a run does. What would end a run is a value; a bug is thrown. */
export const diagnose = async <T>(
  subject: string,
  look: () => Promise<Sighting<T>>,
): Promise<{ readonly diagnosis: Diagnosis; readonly value: T | null }> => {
  try {
    const { value, said } = await look();
    return { diagnosis: good(subject, said), value };
  } catch (thrown) {
    const error = asOperatorError(asNoRoom(thrown));
    if (error === undefined || error.reason === "cancelled") throw thrown;
    return { diagnosis: stopping(subject, error), value: null };
  }
};
