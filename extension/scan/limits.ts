// What a content script lets one page cost. Numbers only.

export const PAGE_LIMITS = {
  /** More credentials than this on one page nobody reads. */
  candidates: 200,
  /** Text containing `eyJ` that is scanned in the life of one page: about a second of work in all. */
  scannedChars: 64_000_000,
  /** Marks put back before we conclude that the page does not want them. */
  redraws: 20,
  /** Files opened per page, and the size of each. Badge images have 10 to 200 kB, most of it picture. */
  files: {
    link: { count: 30, bytes: 262_144 },
    image: { count: 20, bytes: 1_048_576 },
  },
  /** Mutations are gathered for this long. */
  gatherMs: 60,
  /** Above this many added nodes one look at the whole page is cheaper. */
  gatheredNodes: 1_000,
  /** Questions to the background at one time. */
  concurrentQuestions: 4,
  /** The background may be stopped at any moment; it is asked again this often. */
  attempts: 6,
  /** A look-up chain that takes longer than this has failed. */
  answerMs: 45_000,
} as const
