// A document taken apart into lines that people can read, nothing left out. Pure.
import { isJsonObject } from '../../shared/encoding/json.ts'

export type JsonFact = readonly [place: string, value: string]

/** `validFrom` → `valid from` */
const inWords = (name: string): string =>
  name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/**
 * Every value with the way to it, in the order of the document: `credential subject › name`. Items of a list that has more than
 * one are numbered from 1. Empty lists and objects are `none`.
 */
export function jsonFacts(value: unknown, way: readonly string[] = []): readonly JsonFact[] {
  const steps = Array.isArray(value)
    ? value.map((item, index) => [value.length > 1 ? String(index + 1) : '', item] as const)
    : isJsonObject(value)
      ? Object.entries(value).map(([name, inner]) => [inWords(name), inner] as const)
      : undefined
  if (steps === undefined) return [[way.join(' › '), String(value)]]
  if (steps.length === 0) return [[way.join(' › '), 'none']]
  return steps.flatMap(([step, inner]) => jsonFacts(inner, step === '' ? way : [...way, step]))
}
