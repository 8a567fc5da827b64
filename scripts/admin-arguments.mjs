// Reads the arguments of `npm run admin`. Pure.
import { parseArgs } from 'node:util'
import { Failure } from './failure.mjs'

const DEFAULT_ORIGIN = 'http://localhost:8787'

export const ADMIN_HELP = `npm run admin -- <command> [options]

What the administrator of a deployment does. The administrator's key is read from the environment, never from an argument:

  LICET_ADMIN_KEY=… npm run admin -- list-issuers --origin https://licet.example

  create-issuer --slug S --name N   founds an issuer; prints its DID and its first API key, which is shown only here
    --url U                           its web site
    --trust-anchor                    it accredits others, and nobody accredits it
  invite --issuer S --name N        makes a link by which a person joins an issuer; it works once, within seven days
    --role R                          proposer, approver, auditor or admin (default admin)
  rotate-status-key                 makes the next key of the status service, which signs a day later
  rotate-registry-key               makes the next key of the registry; pins that hold the present one stay good
  list-issuers                      prints the issuers of the deployment

  --origin O   the deployment (default ${DEFAULT_ORIGIN})
  --help       prints this`

const text = { type: 'string' }

/** What each command takes beside `--origin` and `--help`, and what it cannot do without. */
const COMMANDS = {
  'create-issuer': {
    options: { slug: text, name: text, url: text, 'trust-anchor': { type: 'boolean' } },
    required: ['slug', 'name'],
  },
  invite: {
    options: { issuer: text, name: text, role: { ...text, default: 'admin' } },
    required: ['issuer', 'name'],
  },
  'list-issuers': { options: {}, required: [] },
  'rotate-registry-key': { options: {}, required: [] },
  'rotate-status-key': { options: {}, required: [] },
}

/**
 * @param {string[]} args
 * @returns {{ help: true } | { help: false, command: keyof typeof COMMANDS, origin: string, options: Record<string, string | boolean> }}
 * @throws {Failure} that says what is allowed
 */
export function readAdminArguments(args) {
  if (args.includes('--help') || args.length === 0) return { help: true }
  const [command = '', ...rest] = args
  if (!Object.hasOwn(COMMANDS, command)) {
    throw new Failure(
      `There is no command called ${command}.`,
      `Commands: ${Object.keys(COMMANDS).join(', ')}`,
    )
  }
  const { options, required } = COMMANDS[command]
  const { origin, ...values } = parse(rest, {
    ...options,
    origin: { type: 'string', default: DEFAULT_ORIGIN },
  })
  const missing = required.filter((name) => !values[name])
  if (missing.length > 0) {
    throw new Failure(
      `${command} needs ${missing.map((name) => `--${name}`).join(' and ')}.`,
      'Try --help.',
    )
  }
  return { help: false, command, origin: readOrigin(origin), options: values }
}

/** The key travels with every request: over plain http it goes to this machine only. */
function readOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost')
  if (url && isSafe && url.origin === text.replace(/\/$/, '')) return url.origin
  throw new Failure(
    `Not an origin that a key may be sent to: ${text}`,
    'Such as https://licet.example, without a path.',
  )
}

function parse(args, options) {
  try {
    return parseArgs({ args, options, strict: true }).values
  } catch (error) {
    throw new Failure(error.message, 'Try --help.')
  }
}
