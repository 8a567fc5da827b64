// A name inside a sentence that may be written in the other direction. Pure.

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * A name for a right-to-left sentence: in an isolate of its own, so that it cannot reorder the words around it.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates FSI and PDI
 */
export const nameInRightToLeft = (name: string): string => `\u2068${name}\u2069`

/** A name for a left-to-right sentence: isolated where it has letters that run from right to left. */
export const nameInLeftToRight = (name: string): string =>
  RIGHT_TO_LEFT.test(name) ? nameInRightToLeft(name) : name
