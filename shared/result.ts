// A value, or the reason why there is none. Pure.

export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** There is a value. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
/** There is none, for this reason. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })
