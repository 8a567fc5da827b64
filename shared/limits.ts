// Every number that bounds the work, unit in its name, reason beside it. Pure.

export * from './claim-limits.ts'
export * from './share-limits.ts'

/** A real credential is 1–10 kB; baked-in images bring a few to 200 kB. Beyond this nobody is sending a credential. */
export const CREDENTIAL_MAX_CHARS = 262_144
/** Deeper nesting has no use in a credential and is how stack-exhaustion attacks look. */
export const JSON_MAX_DEPTH = 32
/** An issuer may list several keys and services; 64 kB is ten times the largest document seen. */
export const DID_DOCUMENT_MAX_BYTES = 65_536
/** A DID document may hold this many verification methods before we stop looking. */
export const VERIFICATION_METHODS_MAX_COUNT = 64
/** Requests for a signature that are handed out at once; when they are signed, the next ones come. */
export const SIGNING_REQUESTS_PAGE_MAX_COUNT = 100
/** Credentials that are revoked at once because a table issued them anew; the next ones with the next call. */
export const REISSUED_MAX_COUNT = 100
/** Credentials in the file by which an origin names its DIDs that are looked at. */
export const LINKED_DIDS_MAX_COUNT = 32
/** Successors of a registry key that a verifier follows: one a year for longer than any pin lives. */
export const REGISTRY_SUCCESSIONS_MAX_COUNT = 16
/** How long a proof that a domain is an issuer's own is believed without asking again. */
export const DOMAIN_LINKAGE_LIFETIME_SECONDS = 7_776_000
/** What nobody signed for a week was forgotten: it is dropped, and has to be ordered anew. */
export const SIGNING_REQUEST_LIFETIME_SECONDS = 604_800
/** Keys of an issuer, lost and retired ones included: DID documents, that hold the others, stay within what verifiers read. */
export const SIGNING_KEYS_MAX_COUNT = 50
/** 131,072 random bits gzip to 16 kB; a list of a million entries to 175 kB as base64url inside base64url. */
export const STATUS_LIST_MAX_BYTES = 1_048_576
/** Bitstring Status List §2.2: the uncompressed list has at least 16 kB, so that an index hides in a crowd. */
export const STATUS_LIST_MIN_BITS = 131_072
/** What a status list may inflate to: 16 million entries. A gzip bomb stops here. */
export const STATUS_LIST_INFLATED_MAX_BYTES = 2_097_152
/** What a decompressor is handed at once: some inflate all of it before they look up, and 32 kB are 32 MB at most. */
export const INFLATE_SLICE_BYTES = 32_768
/** Status values of more bits than a byte have no messages that anybody could list. */
export const STATUS_SIZE_MAX_BITS = 8
/** All entries count, so their number is bounded. */
export const STATUS_ENTRIES_MAX_COUNT = 16
/** An older list, or one that promises more, could hide a withdrawal for too long. */
export const STATUS_LIST_MAX_LIFETIME_SECONDS = 86_400
/** Trust lists hold every accreditation of a registry, about 1.2 kB each. */
export const TRUST_LIST_MAX_BYTES = 4_194_304
/** Trust lists are renewed daily, so that a withdrawn accreditation cannot live on in a cache. */
export const TRUST_LIST_MAX_LIFETIME_SECONDS = 86_400
/** Anchor, regulator of regulators, regulator, issuer: no recognised chain is longer. */
export const CHAIN_MAX_LINKS = 4
/** Accreditations of one issuer that are looked at; more would only serve to slow us down. */
export const ACCREDITATIONS_PER_ISSUER_MAX_COUNT = 32
/** Remarks on one issuer that are looked at; where there are more, its standing counts as not known. */
export const REMARKS_PER_ISSUER_MAX_COUNT = 32
/** A closed issuer, who took its records over, who took theirs over … */
export const SUCCESSION_MAX_COUNT = 4
/**
 * The year 5138. VCDM 1.1 tools take a time of twelve digits for milliseconds; who means "without end" leaves the date out.
 */
export const DATE_TIME_MAX_SECONDS = 99_999_999_999
/** Clocks of issuers may run ahead by this much; expiry gets no such grace. */
export const CLOCK_SKEW_SECONDS = 60
/** What a page shows of a text that a credential brings along. */
export const DISPLAY_TEXT_MAX_CHARS = 80
/** Imported public keys that are kept at hand. */
export const KEY_CACHE_MAX_COUNT = 256
/** Status lists and accreditations that a verifier remembers to have verified … */
export const MEMORY_MAX_COUNT = 256
/** … and their length together: a hundred ordinary lists and the accreditations of a large registry. */
export const MEMORY_MAX_CHARS = 4_194_304
/** Inflated lists of up to a million entries are remembered with them; a few kilobytes of text may inflate to far more. */
export const STATUS_LIST_REMEMBERED_MAX_BYTES = 131_072
/** A look-up that has not answered by then counts as unreachable. */
export const FETCH_TIMEOUT_MS = 5_000
/** DID documents change rarely; an hour bounds how long a withdrawn key lives on. */
export const DID_DOCUMENT_TTL_SECONDS = 3_600
/** A verifier asks for the trust list again after this long, even where it might be kept for longer. */
export const TRUST_LIST_TTL_SECONDS = 300
/** Fetched documents that a verifier without another cache keeps … */
export const DOCUMENTS_MAX_COUNT = 512
/** … and their length together. */
export const DOCUMENTS_MAX_CHARS = 8_388_608
/** A failure is remembered this long, so that a dead host is not asked for every credential of a page. */
export const LOOK_UP_FAILURE_TTL_SECONDS = 30
/** `POST /v1/verifications/batch`: one page of candidates. */
export const BATCH_MAX_COUNT = 100
/** The largest body that a route reads: a full batch of ordinary credentials. */
export const REQUEST_BODY_MAX_BYTES = 2_097_152
/** Verifications per client and minute: a recruiter's busy page, not a harvest. */
export const VERIFICATIONS_PER_MINUTE = 120
/** Batches per client and minute, each of up to 100 credentials. */
export const BATCHES_PER_MINUTE = 30
/** Look-ups (DID documents, status lists) per client and minute: every list of a long candidate page. */
export const LOOK_UPS_PER_MINUTE = 600
/** Calls per API key, or per signed-in operator, and minute. */
export const ISSUER_CALLS_PER_MINUTE = 600
/** Keys that an issuer may register in a minute: each time its DID document is fetched anew. */
export const KEY_REGISTRATIONS_PER_MINUTE = 10
/** The window of the rates above, and what `Retry-After` answers. */
export const RATE_WINDOW_SECONDS = 60
/** An `Idempotency-Key` is remembered for a day. */
export const IDEMPOTENCY_TTL_SECONDS = 86_400
/** How long a status list may be kept: five minutes in production … */
export const STATUS_LIST_TTL_SECONDS = 300
/** … and one second in development, so that a suspension can be watched. */
export const STATUS_LIST_DEVELOPMENT_TTL_SECONDS = 1
/** NIST SP 800-131A: shorter RSA moduli are no longer safe to sign with … */
export const RSA_MODULUS_MIN_BITS = 2_048
/** … and longer ones only slow a verifier down. */
export const RSA_MODULUS_MAX_BITS = 8_192
/** A credential of fifty claims is a large one; ten thousand disclosures are an attack. */
export const DISCLOSURES_MAX_COUNT = 512
/** Signatures in one proof set: issuer, registrar, ministry – and room. */
export const PROOFS_MAX_COUNT = 8
/** Credentials that are looked at inside a presentation or a transcript. */
export const CONTAINED_MAX_COUNT = 50
/** A transcript may hold credentials; those hold no further ones that we would read. */
export const CONTAINED_MAX_DEPTH = 2
/** Addresses that are asked for one credential and all that is in it: fifty credentials of as many issuers need some 150. */
export const LOOK_UPS_PER_CREDENTIAL_MAX_COUNT = 256
/** A live presentation is younger than this. */
export const PRESENTATION_MAX_AGE_SECONDS = 300
/** A badge image of print quality, or a diploma as PDF with its fonts. */
export const BAKED_FILE_MAX_BYTES = 8_388_608
/** Encoders write image data in chunks of 8 kB or more. */
export const PNG_CHUNKS_MAX_COUNT = 4_096
/** Drawing programs nest groups a dozen deep. */
export const SVG_MAX_DEPTH = 64
/** Attachments of a PDF that are looked at for a credential. */
export const PDF_ATTACHMENTS_MAX_COUNT = 16
/** Telling blank nodes apart is exponential in the worst case. A transcript of a hundred alike entries needs a few hundred paths … */
export const BLANK_NODE_PATHS_MAX_COUNT = 1_024
/** … and a few thousand hashes; this many take about 0.1 s. */
export const BLANK_NODE_HASHES_MAX_COUNT = 16_384
/** Terms that a credential may define for itself. Every nested context is processed anew for every place where it stands. */
export const INLINE_TERMS_MAX_COUNT = 512
/** Longer than any name of a person. */
export const OPERATOR_NAME_MAX_CHARS = 200
/** What a screen and a reader take in at once; the next page is one indexed query away. */
export const CREDENTIALS_PAGE_MAX_COUNT = 50
/** An operator signs in once a working day … */
export const SESSION_MAX_SECONDS = 28_800
/** … and again after leaving the desk. */
export const SESSION_IDLE_MAX_SECONDS = 1_800
/** Founding an issuer takes a minute; the key that opens this session opens everything. */
export const ADMINISTRATOR_SESSION_MAX_SECONDS = 900
/** How exactly it is known when a session was last used. */
export const SESSION_SEEN_SECONDS = 60
/** How exactly it is known when an API key was last used. */
export const API_KEY_SEEN_SECONDS = 60
/** Entries of an audit log that are read at once, 400 bytes each. */
export const AUDIT_PAGE_MAX_COUNT = 500
/** Entries that the next one gives their hashes: of many at the same time, each does a little. */
export const AUDIT_SEALED_BESIDE_MAX_COUNT = 16
/** What an auditor reads in an afternoon. */
export const AUDIT_SAMPLE_MAX_COUNT = 500
/** A reason is a sentence or two; files about it are kept elsewhere. */
export const STATUS_REASON_MAX_CHARS = 500
/** An invitation that nobody took up within a week is forgotten. */
export const INVITE_MAX_SECONDS = 604_800
/** How long a person may take to touch the authenticator. */
export const PASSKEY_CHALLENGE_MAX_SECONDS = 300
/** Steps of joining and signing in, per client and minute: a sign-in takes two. */
export const SIGN_INS_PER_MINUTE = 60
/** What nobody has decided on in two weeks is asked for anew. */
export const PROPOSAL_TTL_SECONDS = 1_209_600
/** A row of D1 holds 2 MB, and sealing makes a text longer by a third. */
export const PROPOSAL_ORDER_MAX_BYTES = 1_048_576
/** Proposals, or overrides, in one answer. */
export const PROPOSALS_PAGE_MAX_COUNT = 100
/** Rows of one batch: a large university's year. */
export const BATCH_ROWS_MAX_COUNT = 10_000
/** The file that they come in: 800 bytes a row. */
export const BATCH_FILE_MAX_BYTES = 8_388_608
/** What a spreadsheet may unpack to: 1.6 kB a row; a bomb stops here. It stands in memory several times. */
export const SPREADSHEET_INFLATED_MAX_BYTES = 16_777_216
/** A workbook of a hundred sheets with a picture on each has some hundreds of files. */
export const SPREADSHEET_FILES_MAX_COUNT = 2_000
/** One row of it; a quote that is never closed stops here. */
export const BATCH_ROW_MAX_CHARS = 65_536
/** Columns that are looked at; the widest template has about thirty. */
export const BATCH_COLUMNS_MAX_COUNT = 100
/** Rows that are signed and stored in one transaction. */
export const BATCH_CHUNK_COUNT = 1_000
/** Rows of a batch whose bytes are handed out to be signed elsewhere, and whose signatures come back, at once. */
export const BATCH_SIGNATURES_MAX_COUNT = 200
/** Signed credentials of a batch wait this long for whoever fetches them. */
export const BATCH_KEPT_SECONDS = 2_592_000
/** An upload that has not ended by then broke off. */
export const BATCH_ABANDONED_AFTER_SECONDS = 3_600
/** Bad rows in one answer; the next ones are asked for with `after`. */
export const BATCH_ERRORS_MAX_COUNT = 1_000
