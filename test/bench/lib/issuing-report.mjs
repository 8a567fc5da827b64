// The table of `npm run bench:issuing`: medians against the limits.

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

const LIMITS = [
  ['checked (dry run)', 'validate', '< 3 s', ({ validate }) => validate < 3],
  ['checked, sealed and stored', 'store', '–', () => true],
  [
    'signed, indexed and stored',
    'sign',
    '< 12 s and ≤ 4 × bare',
    (of) => of.sign < 12 && of.sign <= 4 * of.floor,
  ],
  ['archive of all', 'archive', '–', () => true],
  ['bare loop: WebCrypto and bulk inserts', 'floor', '–', () => true],
]

export function issuingReport(rounds, { rows, machine, node, workerd, date }) {
  const middle = Object.fromEntries(
    Object.keys(rounds[0]).map((name) => [name, median(rounds.map((round) => round[name]))]),
  )
  const lines = LIMITS.map(([what, name, limit, holds]) => {
    const worst = Math.max(...rounds.map((round) => round[name]))
    const times = (middle[name] / middle.floor).toFixed(1)
    return `| ${what} | ${middle[name].toFixed(2)} | ${worst.toFixed(2)} | ${times} | ${limit} | ${holds(middle) ? 'yes' : 'no'} |`
  })
  return `# Issuing a table of ${rows.toLocaleString('en')} degrees

\`npm run bench:issuing\` makes this file. The whole Worker runs in workerd with D1 and its queue on this machine's disk; a degree is \`vc+jwt\`.
The bare loop signs as many texts and inserts them through \`json_each\`, in the same run and the same process.

${date}, ${machine}; Node ${node}, workerd ${workerd}; median and worst of ${rounds.length} rounds.

| what | seconds | worst | × bare loop | limit | holds |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`
}
