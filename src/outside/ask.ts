/** One request to a server that was opened before. */
export interface Question {
  readonly method?: "GET" | "POST";
  /** With its query, and what the server is reached below, e.g. `/api/v1/rules?type=alert`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Any status is a value. `cookies` are the `name=value` of what it sets. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookies: readonly string[];
}

/**
 * Asks one server. Throws OperatorError `cancelled`, and an Error whose message is one line where there is no complete
 * answer: nobody listens, it takes too long, or it is longer than 64 MiB.
 */
export type Ask = (question: Question) => Promise<Answer>;

/** A connection that is open until it is closed; closing never throws. */
export interface Connection {
  readonly ask: Ask;
  close(): Promise<void>;
}
