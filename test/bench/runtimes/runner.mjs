// Runs one contestant many times. The same code in every runtime.

const accepts = async (verify, item) => {
  try {
    return (await verify(item)) === true
  } catch {
    return false
  }
}

const PROBES = 4

/** Whoever refuses what is good, or accepts what is not, is not timed. */
async function prepare({ artifact, create, name }, fixtures) {
  const pool = fixtures.artifacts[artifact]
  const verify = await create(fixtures)
  for (const { good, bad } of pool.slice(0, PROBES)) {
    if (!(await accepts(verify, good))) throw new Error(`${name} refuses what is good`)
    for (const twin of bad) {
      if (await accepts(verify, twin)) throw new Error(`${name} accepts what was tampered with`)
    }
  }
  return { verify, goods: pool.map(({ good }) => good) }
}

/** @returns {(name: string, times: number) => Promise<void>} throws where a good one is refused */
export function createRunner(contestants, fixtures) {
  const ready = new Map()
  return async (name, times) => {
    const contestant = contestants.find((row) => row.name === name)
    if (!contestant) throw new Error(`There is no contestant called ${name}`)
    if (!ready.has(name)) ready.set(name, await prepare(contestant, fixtures))
    const { goods, verify } = ready.get(name)
    let accepted = 0
    for (let i = 0; i < times; i++) {
      const answer = verify(goods[i % goods.length])
      // What answers at once is not made to wait.
      if (answer === true || (answer !== false && (await answer) === true)) accepted++
    }
    if (accepted !== times) throw new Error(`${name} refused ${times - accepted} of ${times}`)
  }
}
