// Operators with a passkey on Chromium's virtual authenticator. Uses CDP.
import type { BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'

/** A page on which a newly invited operator of this issuer has joined and is signed in. */
export async function joinAs(context: BrowserContext, slug: string, role: string): Promise<Page> {
  const { origin, keys } = inject('world')
  const answer = await fetch(`${origin}/v1/issuers/${slug}/operators/invites`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ines Okafor', role }),
  })
  const { url } = (await answer.json()) as { url: string }
  return joinBy(context, url)
}

/** The same, by the link of an invitation. */
export async function joinBy(context: BrowserContext, url: string): Promise<Page> {
  const { origin } = inject('world')
  const page = await context.newPage()
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(url)
  await page.getByRole('button', { name: 'Make a passkey and join' }).click()
  await page.waitForURL(`${origin}/console`)
  return page
}
