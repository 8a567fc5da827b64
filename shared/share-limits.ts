// The numbers that bound shares and looks; limits.ts hands them on. Pure.

/** OWASP's figure for PBKDF2 with SHA-256: a PIN costs whoever guesses it 0.2 s a try. */
export const SHARE_PIN_ITERATIONS_COUNT = 600_000
/** Credentials in one share: a career. */
export const SHARE_CREDENTIALS_MAX_COUNT = 50
export const SHARE_RECIPIENT_MAX_CHARS = 200
/** Fifty credentials with their disclosures; a row of the database holds four times as much. */
export const SHARE_CIPHERTEXT_MAX_BYTES = 524_288
/** A share that is needed for longer is extended, by somebody who still wants it. */
export const SHARE_MAX_LIFETIME_SECONDS = 31_536_000
/** How long its holder can still read who looked once a share has ended. */
export const SHARE_LOG_KEPT_SECONDS = 15_552_000
/** Looks at one share, where its holder set no limit. */
export const SHARE_LOOKS_MAX_COUNT = 100_000
/** Wrong PINs before a share is locked; its holder can unlock it. */
export const SHARE_PIN_TRIES_MAX_COUNT = 5
/** Whoever keeps what was shared asks again after this long whether it still is. */
export const SHARE_RECHECK_SECONDS = 300
/** What a person who looks says about the organisation. */
export const SHARE_ORGANISATION_MAX_CHARS = 200
/** Looks in one answer. */
export const SHARE_LOOKS_PAGE_MAX_COUNT = 100
/** Shares made, or changed, per client and minute. */
export const SHARES_PER_MINUTE = 60
/** Looks per client and minute: an HR department behind one address on a busy morning. */
export const SHARE_LOOKS_PER_MINUTE = 120
