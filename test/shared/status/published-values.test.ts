// One table, two encoders: whoever reads either list of a credential learns of the same state.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statusEntry, tokenStatusClaim } from '../../../shared/issue/credential-frame.ts'
import { decodeBitstring, encodeBitstring } from '../../../shared/status/bitstring.ts'
import { readStatusEntry, type StatusEntry } from '../../../shared/status/entry.ts'
import { meaningOf } from '../../../shared/status/meaning.ts'
import {
  bitstringOf,
  type PlacedState,
  tokenValuesOf,
} from '../../../shared/status/published-values.ts'
import {
  CREDENTIAL_STATES,
  type CredentialState,
  PUBLISHED_PURPOSES,
  PUBLISHED_SIZES,
  PUBLISHED_TOKEN_BITS,
  purposesOfState,
  STATE_VALUES,
} from '../../../shared/status/state-table.ts'
import { readValue } from '../../../shared/status/status-values.ts'
import { decodeTokenList, encodeTokenList } from '../../../shared/status/token-list.ts'

const ENTRIES = 300
const URL_OF_LIST = 'https://status.xm/1'

function entryOf(raw: Parameters<typeof readStatusEntry>[0]): StatusEntry {
  const entry = readStatusEntry(raw)
  if (!entry.ok) throw new Error(entry.error.code)
  return entry.value
}

const bitstringEntries = PUBLISHED_PURPOSES.map((purpose) =>
  entryOf(statusEntry({ purpose, listUrl: URL_OF_LIST, index: 0 })),
)
const tokenEntry = entryOf({
  type: 'TokenStatusListEntry',
  ...tokenStatusClaim([{ purpose: 'revocation', listUrl: URL_OF_LIST, index: 0 }])?.status_list,
})

/** What a reader concludes: fine, or the reason why not. */
const conclusion = (entries: readonly StatusEntry[], values: readonly number[]) =>
  entries
    .map((entry, place) => meaningOf(entry, values[place] ?? -1, true).problem?.code)
    .find((code) => code !== undefined) ?? 'fine'

const EXPECTED: Readonly<Record<CredentialState, { bitstring: string; token: string }>> = {
  active: { bitstring: 'fine', token: 'fine' },
  conditions: { bitstring: 'fine', token: 'fine' },
  suspended: { bitstring: 'status.suspended', token: 'status.suspended' },
  lapsed: { bitstring: 'status.lapsed', token: 'status.revoked' },
  surrendered: { bitstring: 'status.surrendered', token: 'status.revoked' },
  revoked: { bitstring: 'status.revoked', token: 'status.revoked' },
}

const placedStates = fc.uniqueArray(
  fc.record({
    index: fc.integer({ min: 0, max: ENTRIES - 1 }),
    state: fc.constantFrom(...CREDENTIAL_STATES),
  }),
  { selector: ({ index }) => index, maxLength: 60 },
)

const stateAt = (placed: readonly PlacedState[], index: number) =>
  placed.find((place) => place.index === index)?.state ?? 'active'

describe('the lists that are made from one table of states', () => {
  it('say the same of every place, whichever is read', async () => {
    await fc.assert(
      fc.asyncProperty(placedStates, async (placed) => {
        const bitstrings = await Promise.all(
          PUBLISHED_PURPOSES.map(async (purpose) => ({
            size: PUBLISHED_SIZES[purpose],
            values: await decodeBitstring(
              await encodeBitstring(bitstringOf(placed, purpose, ENTRIES)),
            ),
          })),
        )
        const token = await decodeTokenList(await encodeTokenList(tokenValuesOf(placed, ENTRIES)))
        for (let index = 0; index < ENTRIES; index++) {
          const said = bitstrings.map(({ size, values }) =>
            values ? readValue(values, index, size, 'msb') : -1,
          )
          const tokenValue = token ? readValue(token, index, PUBLISHED_TOKEN_BITS, 'lsb') : -1
          expect({
            bitstring: conclusion(bitstringEntries, said),
            token: conclusion([tokenEntry], [tokenValue]),
          }).toEqual(EXPECTED[stateAt(placed, index)])
        }
      }),
      { numRuns: 25 },
    )
  })

  it('tell the six states apart in bitstring lists', () => {
    const rows = CREDENTIAL_STATES.map((state) =>
      PUBLISHED_PURPOSES.map((purpose) => STATE_VALUES[state][purpose]).join(),
    )
    expect(new Set(rows).size).toBe(CREDENTIAL_STATES.length)
  })

  it('say that a licence with conditions is in force, and under which word', () => {
    const message = bitstringEntries.at(-1)
    expect(message && meaningOf(message, STATE_VALUES.conditions.message, true)).toEqual({
      notice: 'licence_conditions',
    })
    const { token } = STATE_VALUES.conditions
    expect(meaningOf(tokenEntry, token, true)).toEqual({ notice: 'licence_conditions' })
    // What an application defines for itself is known of nobody else's credentials.
    expect(meaningOf(tokenEntry, token, false).problem?.code).toBe('status.type_unsupported')
  })

  it('need one place for each state but the first', () => {
    expect(CREDENTIAL_STATES.map((state) => purposesOfState(state).join())).toEqual([
      '',
      'message',
      'suspension',
      'message',
      'message',
      'revocation',
    ])
  })
})
