// The commands that are printed to be pasted.
import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { issueCommand, suspendCommand } from '../../scripts/welcome.mjs'

const world = {
  origin: 'http://localhost:9001',
  keys: { admin: 'a', issuers: { council: { did: 'did:web:x', apiKey: 'licet_key' } } },
  demo: {
    issue: { issuer: 'council', body: { subject: { name: "Siobhán O'Brien" } } },
    suspend: {
      issuer: 'council',
      id: '00000000-0000-4000-8000-000000000000',
      body: { state: 'suspended' },
    },
  },
}

/** What curl would be given, one argument a line. */
const asTheShellReadsIt = (command: string) =>
  execFileSync('bash', ['-c', `curl() { printf '%s\\n' "$@"; }\n${command}`], { encoding: 'utf8' })
    .trim()
    .split('\n')

it('survives the shell, quotes in names included', () => {
  const args = asTheShellReadsIt(issueCommand(world))
  expect(args).toContain('http://localhost:9001/v1/issuers/council/credentials')
  expect(args).toContain('Authorization: Bearer licet_key')
  expect(JSON.parse(args.at(-1) ?? '')).toEqual(world.demo.issue.body)
})

it('suspends the credential that the demo names', () => {
  const args = asTheShellReadsIt(suspendCommand(world))
  expect(args).toContain(
    'http://localhost:9001/v1/issuers/council/credentials/00000000-0000-4000-8000-000000000000/status',
  )
  expect(JSON.parse(args.at(-1) ?? '')).toEqual({ state: 'suspended' })
})
