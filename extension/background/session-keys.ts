// What background and side panel tell each other through storage.session, besides what was found. Names only.

/** Followed by the tab; the value is the `<documentId>:<id>` of the credential whose mark was activated. */
export const FOCUS_PREFIX = 'focus:'

/** True while the registry gave no trust list although none was at hand. */
export const WORKER_SILENT_KEY = 'worker_silent'
