// What `npm run admin` asks a deployment, and what it prints of the answer. Uses the fetch that it is handed.
import { Failure } from './failure.mjs'

/** What a header takes; which key it is only the deployment knows. */
const KEY = /^[\w.~+/=-]+$/

/** What each command sends, and the lines that it prints. */
const COMMANDS = {
  'create-issuer': {
    request: ({ slug, name, url, 'trust-anchor': trustAnchor = false }) => [
      'POST',
      '/v1/issuers',
      { slug, name, trustAnchor, ...(url !== undefined && { url }) },
    ],
    lines: ({ did, apiKey }) => [
      `DID       ${did}`,
      `API key   ${apiKey}`,
      'Keep the key now: it is shown nowhere again.',
    ],
  },
  invite: {
    request: ({ issuer, name, role }) => [
      'POST',
      `/v1/issuers/${encodeURIComponent(issuer)}/operators/invites`,
      { name, role },
    ],
    lines: ({ url }) => [
      url,
      'It works once, within seven days: whoever opens it first joins. Send it by a way you trust.',
    ],
  },
  'rotate-registry-key': {
    request: () => ['POST', '/v1/registry/keys', {}],
    lines: ({ kid, fingerprint }) => [kid, `Fingerprint for new pins: ${fingerprint}`],
  },
  'rotate-status-key': {
    request: () => ['POST', '/v1/status-service/keys', {}],
    lines: ({ kid, signsFrom }) => [kid, `It is published now, and signs from ${signsFrom} on.`],
  },
  'list-issuers': {
    request: () => ['GET', '/v1/issuers'],
    lines: ({ issuers }) =>
      issuers.length === 0
        ? ['There are no issuers yet.']
        : issuers.map(({ slug, name, did, trustAnchor }) =>
            [slug, name, did, ...(trustAnchor ? ['trust anchor'] : [])].join('\t'),
          ),
  },
}

/**
 * Asks the deployment and answers the lines to print.
 * @param {{ command: keyof typeof COMMANDS, origin: string, options: Record<string, string | boolean> }} order
 * @param {{ adminKey: string | undefined, fetch: typeof fetch }} surroundings
 * @returns {Promise<string[]>}
 * @throws {Failure} that says what was refused and why; never the key
 */
export async function runAdminCommand({ command, origin, options }, { adminKey, fetch }) {
  if (!adminKey || !KEY.test(adminKey)) {
    throw new Failure(
      adminKey ? 'LICET_ADMIN_KEY is no administrator key.' : 'LICET_ADMIN_KEY is not set.',
      'Put the key into the environment, never into an argument: others can read those.',
    )
  }
  const { request, lines } = COMMANDS[command]
  const [method, path, body] = request(options)
  const response = await fetch(origin + path, {
    method,
    redirect: 'error',
    headers: {
      authorization: `Bearer ${adminKey}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Failure(`${origin} does not answer.`, 'Is it running? --origin names another one.')
  })
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Failure(...describeProblem(response.status, answer))
  return lines(answer)
}

/** A problem document of the Worker, in words: its title, then field by field. */
function describeProblem(status, { title, code, detail, errors = [] }) {
  const fields = errors.map(({ field, message }) => `${field}: ${message}`)
  return [
    `Refused (${status}${code ? `, ${code}` : ''}): ${title ?? 'no reason given'}.`,
    [...(detail ? [detail] : []), ...fields].join('\n  '),
  ]
}
