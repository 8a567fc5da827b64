// The twelve cases of ed25519-speccheck, on which libraries differ, and what this policy says of each. Pure.
import { createEd25519Verifier } from './ed25519.ts'
import { fromHex } from './forgeries.ts'

export interface SpecCheckCase {
  readonly message: string
  readonly pub_key: string
  readonly signature: string
}

/** Case 3 has a canonical key of mixed order and an exact equation; each of the others breaks a rule. */
export const SPEC_CHECK_ANSWERS: readonly boolean[] = Array.from({ length: 12 }, (_, n) => n === 3)

/** Which of the cases are accepted, in their order. */
export function judgeSpecCheck(
  cases: readonly SpecCheckCase[],
  subtle?: SubtleCrypto,
): Promise<readonly boolean[]> {
  const ed25519 = createEd25519Verifier(subtle)
  return Promise.all(
    cases.map(({ pub_key, signature, message }) =>
      ed25519.verify(fromHex(pub_key), fromHex(signature), fromHex(message)),
    ),
  )
}
