// RSA keys of chips that chose their primes badly (CVE-2017-15361). Pure.

const PRIMES = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101,
  103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
] as const

const GENERATOR = 65_537

/** What powers of 65537 leave, for each of the primes. */
const POWERS: readonly { readonly prime: number; readonly remainders: ReadonlySet<number> }[] =
  PRIMES.map((prime) => {
    const remainders = new Set<number>()
    for (let power = 1; !remainders.has(power); power = (power * GENERATOR) % prime) {
      remainders.add(power)
    }
    return { prime, remainders }
  })

/**
 * Whether a modulus has the mark of the faulty library: it is a power of 65537 modulo each small prime. By chance, one in 10^27
 * is. Such a key can be taken apart, so that anybody may hold its private part.
 *
 * @param modulus - big-endian
 * @see "The Return of Coppersmith's Attack" (Nemec, Sys, Svenda, Klinec, Matyas 2017) §2.3
 */
export const hasFaultyPrimes = (modulus: Uint8Array): boolean =>
  POWERS.every(({ prime, remainders }) =>
    remainders.has(modulus.reduce((rest, byte) => (rest * 256 + byte) % prime, 0)),
  )
