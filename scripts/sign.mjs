// `npm run sign`: signs on the issuer's own machine what the Worker has prepared. Signed credentials go to standard output, one a line.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { readSignArguments, SIGN_HELP } from './arguments.mjs'
import { describeFailure, Failure } from './failure.mjs'
import { signRequests } from './sign-requests.mjs'

async function readKey(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    throw new Failure(`There is no JWK in ${path}.`)
  }
}

async function ask(question) {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await lines.question(question)).trim().toLowerCase() === 'yes'
  } finally {
    lines.close()
  }
}

async function sign(args) {
  const { help, origin, issuer, key, yes } = readSignArguments(args)
  if (help) {
    console.log(SIGN_HELP)
    return
  }
  const apiKey = process.env.LICET_API_KEY
  if (!apiKey) throw new Failure('LICET_API_KEY is not set.', 'It is an API key of scope issue.')
  const signed = await signRequests({
    fetch,
    origin,
    issuer,
    apiKey,
    jwk: await readKey(key),
    confirm: async (summary) => {
      console.error(`To be signed for ${issuer}:\n${summary}`)
      return yes || ask('Sign them? Type yes: ')
    },
    onSigned: (answer) => console.log(JSON.stringify(answer)),
    onTable: ({ id, rows, signed: done }) => console.error(`Table ${id}: ${done} of ${rows}.`),
  })
  console.error(`${signed} signed.`)
}

sign(process.argv.slice(2)).catch((error) => {
  console.error(describeFailure(error))
  process.exitCode = 1
})
