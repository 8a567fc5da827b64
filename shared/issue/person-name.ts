// One line for a person's name. Pure.
import type { AnyOrder } from '../wire/order-fields.ts'

/** The name itself, or the first of its forms. */
export const displayName = (name: AnyOrder['subject']['name']): string =>
  typeof name === 'string' ? name : (name[0]?.value ?? '')
