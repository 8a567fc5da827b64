// Tables and the file of results. Uses the operating system's description of itself.
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { median, spread } from './race.mjs'
import { TARGETS, WHY_SHORT } from './targets.mjs'

export function table(head, rows) {
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => String(row[i]).length)),
  )
  const line = (cells) =>
    `| ${cells.map((cell, i) => String(cell).padEnd(widths[i])).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const number = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3)

/** Looks a job up; what was not run has no figure. */
function finder(jobs) {
  return (label, name) => {
    const job = jobs.find(
      ({ contestant, runtime }) => contestant.name === name && runtime.label === label,
    )
    if (!job || job.skipped !== undefined || job.ratios.length === 0) throw new NotRun()
    return job
  }
}

class NotRun extends Error {}

/** @returns {{ runtime: string, what: string, target: string, value: string, verdict: string }[]} */
export function judgeTargets(jobs, own) {
  const find = finder(jobs)
  return TARGETS.flatMap(({ format, isReached, measure, runtime, target, what }) => {
    try {
      const value = measure({ find, own })
      if (value === undefined) return []
      const verdict = isReached(value) ? 'reached' : 'falls short'
      return [{ runtime, what, target, value: format(value), verdict }]
    } catch (error) {
      if (error instanceof NotRun) return []
      throw error
    }
  })
}

export const targetTable = (judged) =>
  table(
    ['where', 'what', 'target', 'measured', ''],
    judged.map(({ runtime, target, value, verdict, what }) => [
      runtime,
      what,
      target,
      value,
      verdict,
    ]),
  )

export const speedTable = (jobs) =>
  table(
    ['where', 'contestant', 'a second', '±', '% of one Ed25519 check', 'CPU µs'],
    jobs.map(({ contestant, cpuUs, ops, ratios, runtime, skipped }) =>
      skipped === undefined
        ? [
            runtime.label,
            contestant.name,
            number(median(ops)),
            `${Math.round(spread(ratios) * 100)} %`,
            `${number(median(ratios) * 100)} %`,
            runtime.label === 'Node' ? number(median(cpuUs)) : '',
          ]
        : [runtime.label, contestant.name, `left out: ${skipped.split('\n')[0]}`, '', '', ''],
    ),
  )

const shortOf = (judged) =>
  judged
    .filter(({ verdict }) => verdict === 'falls short')
    .map(({ runtime, value, what }) => {
      const known = WHY_SHORT.find((row) => row.rows.test(`${runtime}: ${what}`))
      return `- ${runtime}: ${what} (${value}): ${known?.why ?? 'not looked into yet'}.`
    })

/** The text of RESULTS.md. */
export function describeRun({ jobs, judged, peers, rounds, runtimes, date }) {
  const [cpu] = cpus()
  const short = shortOf(judged)
  return `# Results

Written by \`npm run bench\`; ${date}, ${rounds} rounds. Ratios are medians over the rounds of paired slices, each held against one
synchronous Ed25519 check at its moment; the absolute numbers belong to this machine and this hour.

- machine: ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()} ${arch()}
- runtimes: ${runtimes.map(({ label, version }) => `${label} ${version}`).join(', ')}
- peers: ${Object.entries(peers)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}

JWT peers cannot read \`vc+jwt\`: they are given the same claims as \`jwt_vc\`, which is ours in the rows of that name. Ours checks the
status list and the chain of accreditations in every row with a status entry (\`vc+jwt\`, \`jwt_vc\`), the chain in all; peers check
neither. Floors check what a correct verifier must at least: no duplicate keys, no status, no trust.

## Targets

${targetTable(judged)}

## Where it falls short

${short.length > 0 ? short.join('\n') : 'Nowhere in this run.'}

## Everybody

${speedTable(jobs)}
`
}
