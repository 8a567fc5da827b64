// The tables of `npm run bench:issuing`: medians against the limits.
import { ALL, BATCH, PAGES_AT } from './issuing-million.mjs'

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
const counted = (number) => number.toLocaleString('en')
const said = (holds) => (holds ? 'yes' : 'no')
const MEGABYTE = 1_000_000
const HEAP_MAX_BYTES = 128 * MEGABYTE
const PAGE_MAX_MS = 100
const SLOWEST_PAGES = 12

const LIMITS = [
  ['checked (dry run)', 'validate', '< 3 s', ({ seconds }) => seconds < 3],
  ['checked, sealed and stored', 'store', '–', () => true],
  [
    'signed, indexed and stored',
    'sign',
    '< 12 s and ≤ 4 × bare',
    ({ seconds, times }) => seconds < 12 && times <= 4,
  ],
  ['archive of all', 'archive', '–', () => true],
  ['bare loop: WebCrypto and bulk inserts', 'floor', '–', () => true],
]

/** The ratio is taken round by round: the machine is faster in one than in another. */
const tableLine =
  (rounds) =>
  ([what, name, limit, holds]) => {
    const all = rounds.map((round) => round[name].clock)
    const seconds = median(all)
    const cpu = median(rounds.map((round) => round[name].cpu))
    const timesOf = (by) => median(rounds.map((round) => round[name][by] / round.floor[by]))
    const times = timesOf('clock')
    return `| ${what} | ${seconds.toFixed(2)} | ${Math.max(...all).toFixed(2)} | ${times.toFixed(1)} | ${cpu.toFixed(2)} | ${timesOf('cpu').toFixed(1)} | ${limit} | ${said(holds({ seconds, times }))} |`
  }

const rateOf = ({ rate, cpuRate, share }) =>
  `${counted(Math.round(rate))} rows/s, ${(1 / share).toFixed(1)} × the time of the bare loop; ${counted(Math.round(cpuRate))} rows a second of CPU`

/** What the server itself works for an answer; by the clock, where the system does not tell. */
const ownTime = ({ cpu, median: middle }) => (Number.isNaN(cpu) ? middle : cpu)

function millionLines({ first, last, peak, change, pages }) {
  const slowest = Math.max(...pages.timed.map(ownTime))
  return [
    [`first ${counted(BATCH)} (issued)`, rateOf(first), '–', true],
    [`last ${counted(BATCH)} (issued)`, rateOf(last), '–', true],
    [
      'last ÷ first, each against the bare loop beside it',
      `${(last.share / first.share).toFixed(2)} (by the clock alone ${(last.rate / first.rate).toFixed(2)}, by CPU ${(last.cpuRate / first.cpuRate).toFixed(2)})`,
      '≥ 0.8',
      last.share >= 0.8 * first.share,
    ],
    [
      'peak heap of the Worker in both batches',
      `${Math.round(peak / MEGABYTE)} MB`,
      '< 128 MB',
      peak < HEAP_MAX_BYTES,
    ],
    [
      `server time (CPU) of the slowest of ${pages.timed.length} pages and lists at ${counted(PAGES_AT)}`,
      `${slowest.toFixed(0)} ms`,
      '< 100 ms',
      slowest < PAGE_MAX_MS,
    ],
    [
      'a revocation until a verifier says so, slowest of ten',
      `${change.toFixed(2)} s`,
      '< 2 s',
      change < 2,
    ],
  ].map(([what, value, limit, holds]) => `| ${what} | ${value} | ${limit} | ${said(holds)} |`)
}

const pageLines = ({ timed }) =>
  timed
    .toSorted((a, b) => ownTime(b) - ownTime(a))
    .slice(0, SLOWEST_PAGES)
    .map(({ address, cpu, median: middle, worst }) => {
      const named = address.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
      return `| \`${named}\` | ${cpu.toFixed(1)} | ${middle.toFixed(1)} | ${worst.toFixed(1)} |`
    })

export function issuingReport(rounds, million, { rows, machine, node, workerd, loads, date }) {
  const { others } = million.pages
  return `# Issuing a table of ${counted(rows)} degrees, and a million of one issuer

\`npm run bench:issuing\` makes this file. The whole Worker runs in workerd with D1 and its queue on this machine's disk; a degree is \`vc+jwt\`.
The bare loop signs as many texts and inserts them through \`json_each\`, in the same run and the same process, before and after each round.

${date}, ${machine}; Node ${node}, workerd ${workerd}; median and worst of ${rounds.length} rounds. Load
average ${loads[0].toFixed(1)} before, ${loads[1].toFixed(1)} after: the two cores have about two of work to do by themselves; with more,
look at the ratios and at the CPU of workerd alone.

| what | seconds | worst | × bare loop | seconds of CPU | × bare loop by CPU | limit | holds |
| --- | --- | --- | --- | --- | --- | --- | --- |
${LIMITS.map(tableLine(rounds)).join('\n')}

## ${counted(ALL)} credentials

The first and the last ${counted(BATCH)} are issued by the Worker, as tables. What lies between was written into its tables by SQL through
\`json_each\`: credentials, status lists and places, one in a hundred revoked; no results of batches, which are forgotten after 30 days.
The heap is what the inspector calls used, with what buffers hold, asked every 20 ms.

| what | measured | limit | holds |
| --- | --- | --- | --- |
${millionLines(million).join('\n')}

Pages and lists, milliseconds of workerd's CPU for an answer, and from the question to the whole answer, at ${counted(PAGES_AT)} credentials; the ${SLOWEST_PAGES} slowest of ${million.pages.timed.length}, median and worst of
15. ${others.length === 0 ? 'Every one was asked.' : `Not asked, as there is nothing at them here: ${others.map((path) => `\`${path}\``).join(', ')}.`}

| page or list | CPU | median | worst |
| --- | --- | --- | --- |
${pageLines(million.pages).join('\n')}
`
}
