// What is written in the transaction of an act once its answer is known: a decision, what the log tells of it, the answer itself. Pure.

/** Statements for the transaction of an act, made from what the act will answer. */
export type Alongside<T = object> = (answer: T) => Promise<readonly D1PreparedStatement[]>

export const nothing: Alongside = async () => []
