// `setImmediate` where a library asks for it and browsers have none. Uses timers.

Object.assign(globalThis, { setImmediate: (run: () => void) => setTimeout(run, 0) })
