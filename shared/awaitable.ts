// Answers that may be at hand: those cost no promise and no turn of the queue. Pure.

/** At hand, or to be waited for. */
export type Awaitable<T> = T | Promise<T>

/** Goes on with a value: at once where it is at hand. */
export const andThen = <T, U>(
  value: Awaitable<T>,
  next: (value: T) => Awaitable<U>,
): Awaitable<U> => (value instanceof Promise ? value.then(next) : next(value))

/** All values in their order: at once where all are at hand. */
export const allOf = <T extends readonly unknown[]>(
  values: {
    readonly [K in keyof T]: Awaitable<T[K]>
  },
): Awaitable<T> =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as T)
