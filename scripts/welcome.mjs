// What a person reads once everything runs. Pure.

const shellQuoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`

/** Works when pasted as it is. */
export const issueCommand = ({ origin, keys, demo }) =>
  [
    `curl -sS -X POST ${origin}/v1/issuers/${demo.issue.issuer}/credentials \\`,
    `  -H ${shellQuoted(`Authorization: Bearer ${keys.issuers[demo.issue.issuer].apiKey}`)} \\`,
    `  -H 'Content-Type: application/json' -H "Idempotency-Key: demo-$(date +%s)" \\`,
    `  -d ${shellQuoted(JSON.stringify(demo.issue.body))}`,
  ].join('\n')

export const suspendCommand = ({ origin, keys, demo }) =>
  [
    `curl -sS -X PATCH ${origin}/v1/issuers/${demo.suspend.issuer}/credentials/${demo.suspend.id}/status \\`,
    `  -H ${shellQuoted(`Authorization: Bearer ${keys.issuers[demo.suspend.issuer].apiKey}`)} \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${shellQuoted(JSON.stringify(demo.suspend.body))}`,
  ].join('\n')

export const welcome = (world) => `
Licet runs.

  Demo portal     ${world.demoOrigin}/demo
  Board register  ${world.demoOrigin}/demo/register
  Verify          ${world.origin}/verify
  Registry        ${world.origin}/registry
  API             ${world.origin}/docs

The keys of this world are in ${world.folder}/api-keys.json (readable by you only):
${[
  ['admin', world.keys.admin],
  ...Object.entries(world.keys.issuers).map(([slug, { apiKey }]) => [slug, apiKey]),
]
  .map(([name, key]) => `  ${name.padEnd(32)} ${key}`)
  .join('\n')}

Issue a licence (paste the answer's "credential" at ${world.origin}/verify):

${issueCommand(world)}

Suspend ${world.demo.suspend.holder}'s licence, then reload ${world.demoOrigin}${world.demo.suspend.page}
("state":"active" puts it back in force):

${suspendCommand(world)}`
