// `npm run admin`: founds issuers and invites their first operators, at a deployment that runs.
import { ADMIN_HELP, readAdminArguments } from './admin-arguments.mjs'
import { runAdminCommand } from './admin-commands.mjs'
import { describeFailure } from './failure.mjs'

async function admin(args) {
  const order = readAdminArguments(args)
  if (order.help) return [ADMIN_HELP]
  return runAdminCommand(order, { adminKey: process.env.LICET_ADMIN_KEY, fetch })
}

try {
  console.log((await admin(process.argv.slice(2))).join('\n'))
} catch (error) {
  console.error(`✗ ${describeFailure(error)}`)
  process.exitCode = 1
}
