// Why nothing is shown, and what to do. Pure.
import { ADVICE, UNREACHABLE } from './words.ts'

/** @param code - of a problem, or of what decrypting answers */
export const Advice = ({ code }: { readonly code: string }) => (
  <p role="alert" class="advice">
    {ADVICE[code] ?? UNREACHABLE}
  </p>
)

export const LinkAdvice = () => <Advice code="truncated" />
