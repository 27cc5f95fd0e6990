/** A clause as it begins a sentence. */
export const capital = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);

/** A clause as a sentence: what hops tell are sentences, and what others build sentences of are clauses. */
export const sentence = (clause: string): string => `${capital(clause)}.`;
