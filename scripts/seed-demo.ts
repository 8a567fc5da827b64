// Fills a running world with the demo: institutions, credentials, portal pages. Uses the Worker's HTTP API only.
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demoFile } from './demo-data.mjs'
import {
  commandPlan,
  credentialPlans,
  type Plan,
  type PlanName,
  TRUE_GRADE,
} from './seed/credentials.ts'
import { type Issued, issue, uuidOf } from './seed/issue.ts'
import { createMemory } from './seed/once.ts'
import { DENTAL_COUNCIL } from './seed/organizations.ts'
import { boughtDegree, dentalLicence } from './seed/own-credentials.ts'
import { alterPayload, createKeyJwk, didOf, signCredential } from './seed/own-key.ts'
import { fillPortal } from './seed/portal.ts'
import { accreditAll, createOrganizations } from './seed/registry.ts'

const WISHED_GRADE = '92 of 100'
const DIPLOMA_MILL = 'Westmere Crown International University'

/** The end of the day a number of years from now. */
const inYears = (years: number) => {
  const day = new Date()
  day.setUTCFullYear(day.getUTCFullYear() + years)
  return `${day.toISOString().slice(0, 10)}T23:59:59Z`
}

async function seed(folder: string, origin: string, demoOrigin: string) {
  const memory = createMemory(join(folder, 'seed-progress.json'))
  const dates = await memory.once('dates', async () => ({
    today: new Date().toISOString().slice(0, 10),
    licensedUntil: inYears(1),
    accreditedUntil: inYears(10),
  }))
  const place = { folder, origin, memory, accreditedUntil: dates.accreditedUntil }
  const keys = await createOrganizations(place)
  const dentalKey = await memory.once('dental council key', createKeyJwk)
  const millKey = await memory.once('diploma mill key', createKeyJwk)
  await accreditAll(place, keys, didOf(dentalKey))

  const issued = new Map<string, Issued>()
  for (const [name, plan] of Object.entries<Plan>(credentialPlans(dates.licensedUntil))) {
    issued.set(name, await issue(name, plan, { origin, memory, keys }))
  }
  const find = (name: PlanName): Issued => {
    const found = issued.get(name)
    if (found === undefined) throw new Error(`${name} was not issued.`)
    return found
  }

  const dentalCouncil = { id: didOf(dentalKey), name: DENTAL_COUNCIL.name }
  await fillPortal(demoOrigin, keys.admin, {
    ...(Object.fromEntries(
      [...issued].map(([name, { credential }]) => [name, credential]),
    ) as Record<PlanName, string>),
    'brandt-degree-altered': alterPayload(
      find('brandt-degree').credential,
      TRUE_GRADE,
      WISHED_GRADE,
    ),
    'boateng-licence': await signCredential(
      dentalKey,
      dentalLicence(dentalCouncil, dates.licensedUntil),
    ),
    'hale-degree': await signCredential(
      millKey,
      boughtDegree({ id: didOf(millKey), name: DIPLOMA_MILL }),
    ),
  })

  const { issuer, body } = commandPlan(dates.today, dates.licensedUntil)
  const demo = {
    issue: { issuer, body },
    suspend: {
      issuer,
      id: uuidOf(find('marchetti-licence').id),
      holder: 'Elena Marchetti',
      page: '/demo/candidates/elena-marchetti',
      body: { state: 'suspended', reason: 'Pending an inquiry.' },
    },
  }
  await writeFile(`${demoFile(folder)}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  await rename(`${demoFile(folder)}.new`, demoFile(folder))
  await memory.forget()
}

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    origin: { type: 'string' },
    'demo-origin': { type: 'string' },
  },
})
const { folder, origin, 'demo-origin': demoOrigin } = values
if (!folder || !origin || !demoOrigin) throw new Error('Give --folder, --origin and --demo-origin.')
await seed(folder, origin, demoOrigin)
