// The demo's data: put into a world once. Uses scripts/seed-demo.ts.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './children.mjs'
import { step } from './progress.mjs'

/** Written last by the seed: while it is missing, the seed runs again. */
export const demoFile = (folder) => join(folder, 'demo.json')

/** @returns what the seed noted: the credential that the printed commands are about */
export async function seedDemo({ folder, origin, demoOrigin }) {
  if (!existsSync(demoFile(folder))) {
    await step('Putting the demo’s organisations and candidates in', () =>
      runProgram(
        'node',
        [
          'scripts/seed-demo.ts',
          '--folder',
          folder,
          '--origin',
          origin,
          '--demo-origin',
          demoOrigin,
        ],
        {
          logFile: join(folder, 'seed.log'),
          advice: 'Once more from the start: npm start -- --fresh',
        },
      ),
    )
  }
  return JSON.parse(await readFile(demoFile(folder), 'utf8'))
}
