// Reads the arguments of the commands. Pure.
import { parseArgs } from 'node:util'
import { Failure } from './failure.mjs'

const DEFAULT_PORT = 8787

export const START_HELP = `npm start -- [options]

Starts Licet on this machine: Worker, demo portal and a browser with the extension.

  --port N   a separate world on another port, with its own data and its own extension (default ${DEFAULT_PORT})
  --fresh    begins anew: deletes the data and the keys of that world first
  --help     prints this`

const CONFORMANCE_PORT = 8443

export const CONFORMANCE_HELP = `npm run conformance:server -- [options]

Starts Licet on https with a self-signed certificate and an issuer that needs no key, for test suites of others. Prints what to put
into their configuration. Ctrl-C stops it.

  --port N   another port (default ${CONFORMANCE_PORT}), with its own data
  --fresh    begins anew: deletes the data and the keys of that port first
  --help     prints this`

export const SIGN_HELP = `npm run sign -- --origin <address> --issuer <slug> --key <file> [options]

Signs what waits for a signature of an issuer that keeps its keys to itself. Shows first what it is. The API key (scope issue) is read from
LICET_API_KEY; what was signed goes to standard output, one JSON object a line.

  --origin A   address of the deployment, such as https://licet.example
  --issuer S   slug of the issuer
  --key F      file with the private Ed25519 key as JWK; it is read here and sent nowhere
  --yes        signs without asking
  --help       prints this`

/** @throws {Failure} that says what is missing */
export function readSignArguments(args) {
  const { values } = parse(args, {
    origin: { type: 'string' },
    issuer: { type: 'string' },
    key: { type: 'string' },
    yes: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  })
  const missing = ['origin', 'issuer', 'key'].filter((name) => !values[name])
  if (!values.help && missing.length > 0) {
    throw new Failure(`Missing: ${missing.map((name) => `--${name}`).join(', ')}`, 'Try --help.')
  }
  return values
}

/** @throws {Failure} that says what is allowed */
export const readStartArguments = (args) => readWorldArguments(args, DEFAULT_PORT)
/** @throws {Failure} that says what is allowed */
export const readConformanceArguments = (args) => readWorldArguments(args, CONFORMANCE_PORT)

function readWorldArguments(args, defaultPort) {
  const { values } = parse(args, {
    port: { type: 'string', default: String(defaultPort) },
    fresh: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  })
  return { port: readPort(values.port), fresh: values.fresh, help: values.help }
}

/** @param {string[]} stages the names that may be chosen; none chosen means all */
export function readTestArguments(args, stages) {
  const { values, positionals } = parse(args, { help: { type: 'boolean', default: false } }, true)
  const unknown = positionals.filter((name) => !stages.includes(name))
  if (unknown.length > 0) {
    throw new Failure(
      `There is no stage called ${unknown.join(', ')}.`,
      `Stages: ${stages.join(', ')}`,
    )
  }
  return {
    help: values.help,
    stages: positionals.length > 0 ? stages.filter((name) => positionals.includes(name)) : stages,
  }
}

function parse(args, options, allowPositionals = false) {
  try {
    return parseArgs({ args, options, allowPositionals, strict: true })
  } catch (error) {
    throw new Failure(error.message, 'Try --help.')
  }
}

/** Lower ones belong to the system, and 80 would not even stand in an address. */
const FIRST_PORT = 1024

function readPort(text) {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port >= FIRST_PORT && port <= 65_535) return port
  throw new Failure(`Not a port: ${text}`, `A port is a number from ${FIRST_PORT} to 65535.`)
}
