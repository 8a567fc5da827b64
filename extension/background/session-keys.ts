// Which credential the side panel should bring to the reader's eyes: the one whose mark they activated. Names only.

/** Followed by the tab; the value is `<documentId>:<id>`. */
export const FOCUS_PREFIX = 'focus:'
