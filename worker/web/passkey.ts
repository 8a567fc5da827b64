// /console/sign-in and /console/join with a script: the browser is asked for a passkey, and its answer is sent. Uses
// @simplewebauthn/browser.
import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'

const ADVICE = {
  cancelled: 'No passkey was used: the request was cancelled or took too long. Try again.',
  unsupported: 'This browser has no passkeys. Use a current one.',
  'passkey.refused': 'This passkey is not known here. An administrator of yours can invite you.',
  'invite.unknown': 'This invitation was used or has expired. Ask for another one.',
  'rate.exceeded': 'That was too often. Wait a minute, then try again.',
} as const
const UNREACHABLE = 'It did not work this time. Check your connection and try again.'

/** A refusal of the Worker, by its code. */
class Refused extends Error {}

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Refused(answer.code)
  return answer
}

const FLOWS = {
  async 'sign-in'() {
    const optionsJSON =
      await ask<Parameters<typeof startAuthentication>[0]['optionsJSON']>('/v1/sessions/options')
    await ask('/v1/sessions', { passkey: await startAuthentication({ optionsJSON }) })
  },
  async join() {
    const token = location.pathname.split('/').at(-1)
    const optionsJSON = await ask<Parameters<typeof startRegistration>[0]['optionsJSON']>(
      '/v1/passkeys/options',
      { token },
    )
    await ask('/v1/passkeys', { token, passkey: await startRegistration({ optionsJSON }) })
  },
}

function adviceOn(error: unknown): string {
  if (error instanceof Refused) {
    return ADVICE[error.message as keyof typeof ADVICE] ?? UNREACHABLE
  }
  return error instanceof WebAuthnError ? ADVICE.cancelled : UNREACHABLE
}

const form = document.querySelector<HTMLFormElement>('#passkey-form')
const advice = document.querySelector<HTMLElement>('#passkey-advice')

function tell(text: string): void {
  if (!advice) return
  advice.textContent = text
  advice.hidden = text === ''
}

if (form) {
  const isSupported = 'PublicKeyCredential' in window
  form.hidden = !isSupported
  if (!isSupported) tell(ADVICE.unsupported)
  const button = form.querySelector('button')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    tell('')
    button?.setAttribute('aria-busy', 'true')
    try {
      await FLOWS[form.dataset.flow as keyof typeof FLOWS]()
      location.replace(form.dataset.next ?? '/')
    } catch (error) {
      tell(adviceOn(error))
    } finally {
      button?.removeAttribute('aria-busy')
    }
  })
}
