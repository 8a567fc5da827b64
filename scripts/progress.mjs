// Says what is going on while long things run. Writes to standard output.

const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`

/** Runs a step and prints its name and its time; every ten seconds that it is still at work. */
export async function step(title, work) {
  const sinceMs = Date.now()
  console.log(`· ${title} …`)
  const stillThere = setInterval(() => console.log(`  … ${title} (${seconds(sinceMs)})`), 10_000)
  try {
    const value = await work()
    console.log(`✓ ${title} (${seconds(sinceMs)})`)
    return value
  } finally {
    clearInterval(stillThere)
  }
}
