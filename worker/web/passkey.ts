// /console/sign-in, /console/join and /console/account with a script: the browser is asked for a passkey, and its answer is sent. Uses
// @simplewebauthn/browser.
import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'

const ADVICE = {
  cancelled: 'No passkey was used: the request was cancelled or took too long. Try again.',
  known: 'This device has a passkey of yours already. Choose another one.',
  unsupported: 'This browser has no passkeys. Use a current one.',
  'passkey.refused': 'This passkey is not known here. An administrator of yours can invite you.',
  'invite.unknown':
    'This invitation was used, has expired or never existed. Ask whoever sent it for another one.',
  'request.invalid': 'This link is not whole. Copy all of it, or ask for another one.',
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

/** Of an invitation: in the fragment, which is sent nowhere. */
const token = location.hash.slice(1)

const FLOWS = {
  async 'sign-in'() {
    const optionsJSON =
      await ask<Parameters<typeof startAuthentication>[0]['optionsJSON']>('/v1/sessions/options')
    await ask('/v1/sessions', { passkey: await startAuthentication({ optionsJSON }) })
  },
  async add(fields: FormData) {
    const { proof, creation } = await ask<{
      proof: Parameters<typeof startAuthentication>[0]['optionsJSON']
      creation: Parameters<typeof startRegistration>[0]['optionsJSON']
    }>('/v1/me/passkeys/options')
    await ask('/v1/me/passkeys', {
      name: fields.get('name'),
      proof: await startAuthentication({ optionsJSON: proof }),
      passkey: await startRegistration({ optionsJSON: creation }),
    })
  },
  async join() {
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
  if (!(error instanceof WebAuthnError)) return UNREACHABLE
  return error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
    ? ADVICE.known
    : ADVICE.cancelled
}

const form = document.querySelector<HTMLFormElement>('#passkey-form')
const advice = document.querySelector<HTMLElement>('#passkey-advice')

function tell(text: string): void {
  if (!advice) return
  advice.textContent = text
  advice.hidden = text === ''
}

/** Says who is invited, by whom and as what. */
async function showInvitation(): Promise<void> {
  const { role, ...texts } = await ask<Record<'issuer' | 'name' | 'role', string>>(
    '/v1/invites/look-up',
    { token },
  )
  const invitation = document.querySelector<HTMLElement>('#invitation')
  if (!invitation) return
  for (const [slot, text] of Object.entries({ ...texts, role })) {
    const place = invitation.querySelector(`[data-slot="${slot}"]`)
    if (place) place.textContent = text
  }
  for (const words of invitation.querySelectorAll<HTMLElement>('[data-role]')) {
    words.hidden = words.dataset.role !== role
  }
  invitation.hidden = false
}

/** Shows the form once it is known that it can lead somewhere. */
async function open(form: HTMLFormElement): Promise<void> {
  if (!('PublicKeyCredential' in window)) return tell(ADVICE.unsupported)
  try {
    if (form.dataset.flow === 'join') await showInvitation()
    form.hidden = false
  } catch (error) {
    tell(adviceOn(error))
  }
}

if (form) {
  void open(form)
  const button = form.querySelector('button')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    tell('')
    button?.setAttribute('aria-busy', 'true')
    try {
      await FLOWS[form.dataset.flow as keyof typeof FLOWS](new FormData(form))
      location.replace(form.dataset.next ?? '/')
    } catch (error) {
      tell(adviceOn(error))
    } finally {
      button?.removeAttribute('aria-busy')
    }
  })
}
