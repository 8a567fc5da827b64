// The numbers that bound claiming; limits.ts hands them on. Pure.

/** Copies of a credential that one claim brings: as many readers who cannot join what they saw. */
export const CLAIM_COPIES_MAX_COUNT = 10
/** A claim link that nobody used within a month is forgotten, and its order with it. */
export const CLAIM_TTL_SECONDS = 2_592_000
/** Digits of a transaction code … */
export const CLAIM_CODE_CHARS = 6
/** … and how often it may be tried: five guesses among a million. */
export const CLAIM_TRIES_MAX_COUNT = 5
/** From code to copies a wallet takes seconds, and whoever is asked for consent some minutes. */
export const CLAIM_TOKEN_SECONDS = 600
/** Keys are proved as soon as the nonce is there. */
export const CLAIM_NONCE_SECONDS = 300
/** An offer by reference is fetched by the wallet that was just opened. */
export const CLAIM_REFERENCE_SECONDS = 300
/** The proof of one key: a header, three claims and a signature. */
export const CLAIM_PROOF_MAX_CHARS = 4_096
/** Steps of claiming per client and minute: a claim takes six, and a whole class may sit behind one address. */
export const CLAIM_STEPS_PER_MINUTE = 600
