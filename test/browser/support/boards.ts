// A licensing board of its own for a test: founded and invited by `npm run admin`, accredited by the ministry. Uses node:child_process.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { inRoot } from '../../../scripts/paths.mjs'

const ADMIN = inRoot('scripts', 'admin.mjs')
const run = promisify(execFile)

/** Runs `npm run admin`; answers the lines that it prints. */
export async function administer(...args: readonly string[]): Promise<readonly string[]> {
  const { origin, keys } = inject('world')
  const { stdout } = await run(process.execPath, [ADMIN, ...args, '--origin', origin], {
    env: { LICET_ADMIN_KEY: keys.admin },
  })
  return stdout.split('\n')
}

/** A board that may license doctors. */
export async function foundBoard(slug: string, name: string): Promise<void> {
  const { origin, keys } = inject('world')
  const [line = ''] = await administer('create-issuer', '--slug', slug, '--name', name)
  const answer = await fetch(`${origin}/v1/issuers/ministry-of-health/accreditations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      subject: { did: line.split(/\s+/)[1], name },
      credentialTypes: ['ProfessionalLicenceCredential'],
      jurisdictions: ['XM-N'],
      isco08: ['221'],
      validFrom: '2020-01-01T00:00:00Z',
      validUntil: '2099-12-31T23:59:59Z',
    }),
  })
  if (!answer.ok) throw new Error(`The board was not accredited: ${answer.status}`)
}

/** The link of an invitation. */
export async function invitationTo(slug: string, role: string, name: string): Promise<string> {
  const [url = ''] = await administer('invite', '--issuer', slug, '--name', name, '--role', role)
  return url
}
