import { describe, expect, it } from 'vitest'
import { SHARE_MAX_LIFETIME_SECONDS } from '../../../shared/limits.ts'
import { shareAddress } from '../../../shared/share/share-link.ts'
import { verifyShared } from '../../../shared/share/verify-shared.ts'
import { DAY_SECONDS, NOW } from '../../support/clock.ts'
import { HELD, provedPresentation } from '../../support/presentations.ts'
import { NAME, present, sdJwt } from '../../support/sd-jwt.ts'
import { createWorld } from '../../support/world.ts'

const { deps } = await createWorld()
const ID = 'AAECAwQFBgcICQoLDA0ODw'
const SHARE = { id: ID, address: shareAddress('https://licet.example', ID) }
const BINDING = { nonce: SHARE.id, aud: SHARE.address }
const LICENCE = await sdJwt({ disclosures: [NAME] })
const BOUND_TO_NOBODY = await sdJwt({ disclosures: [NAME], claims: { cnf: undefined } })

async function answer(presentation: string | object) {
  const { isBound, result } = await verifyShared(presentation, SHARE, deps)
  const problems = result.checks.flatMap((check) =>
    'problem' in check ? [check.problem?.code] : [],
  )
  return { isBound, verdict: result.verdict, problems }
}

describe('what was shared', () => {
  it('is verified where its holder put it into this share', async () => {
    expect(await answer(await present(LICENCE, BINDING))).toEqual({
      isBound: true,
      verdict: 'verified',
      problems: [],
    })
  })

  it('stays so for as long as a share may last, and not longer', async () => {
    const old = (seconds: number) => present(LICENCE, { ...BINDING, iat: NOW - seconds })
    expect(await answer(await old(30 * DAY_SECONDS))).toMatchObject({ verdict: 'verified' })
    expect(await answer(await old(SHARE_MAX_LIFETIME_SECONDS + 1))).toMatchObject({
      verdict: 'rejected',
      problems: ['holder_binding.too_old'],
    })
  })

  it.each([
    ['out of another share', { nonce: 'BAECAwQFBgcICQoLDA0ODw' }, 'nonce_mismatch'],
    [
      'shared at another deployment',
      { aud: shareAddress('https://x.example', ID) },
      'audience_mismatch',
    ],
  ])('is rejected where it was taken %s', async (_, change, reason) => {
    expect(await answer(await present(LICENCE, { ...BINDING, ...change }))).toEqual({
      isBound: true,
      verdict: 'rejected',
      problems: [`holder_binding.${reason}`],
    })
  })

  it('is rejected where its holder’s proof was cut off', async () => {
    expect(await answer(LICENCE)).toEqual({
      isBound: true,
      verdict: 'rejected',
      problems: ['holder_binding.missing'],
    })
  })

  it('is verified, and said to be tied to nobody, where it names no holder’s key', async () => {
    expect(await answer(BOUND_TO_NOBODY)).toEqual({
      isBound: false,
      verdict: 'verified',
      problems: [],
    })
    expect(await answer(HELD)).toMatchObject({ isBound: false, verdict: 'verified' })
  })

  it('is rejected as a presentation that was made for somebody else', async () => {
    expect(await answer(await provedPresentation())).toMatchObject({
      isBound: true,
      verdict: 'rejected',
    })
  })

  it('is rejected, and tied to nobody, where it is no credential', async () => {
    expect(await answer('no credential')).toMatchObject({ isBound: false, verdict: 'rejected' })
  })
})
