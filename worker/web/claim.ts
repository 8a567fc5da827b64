// /claim with a script: shows what waits behind the link, hands it to a wallet, or receives it into this browser.
import { qrRows } from '../renderings/qr-rows.ts'
import { askJson, Refused } from './claiming/ask.ts'
import { type Look, lookAt, receive } from './claiming/receive.ts'
import { openVault } from './holder/vault.ts'

const CODE = /^[\w-]{43}$/
const NO_LINK = 'This page needs the whole link that the issuer sent you.'
const NOT_KEPT =
  'This browser keeps nothing, as some do in private windows. Open the link in another one, or in a wallet.'
const FAILED = 'It did not work here. Open the link in another browser, or in a wallet.'

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector)
  if (!found) throw new Error(`The page lacks ${selector}`)
  return found
}
const section = find<HTMLElement>('#claim-offer')
const form = find<HTMLFormElement>('#claim-form')
const codeInput = find<HTMLInputElement>('#claim-code')
const advice = find<HTMLElement>('#claim-advice')
const received = find<HTMLElement>('#claim-received')

function tell(words: string): void {
  advice.textContent = words
  advice.hidden = words === ''
}

const adviceOn = (error: unknown): string => (error instanceof Refused ? error.message : FAILED)

const fill = (root: ParentNode, texts: Readonly<Record<string, string>>): void => {
  for (const [slot, text] of Object.entries(texts)) {
    const place = root.querySelector(`[data-slot="${slot}"]`)
    if (place) place.textContent = text
  }
}

/** Runs what a button asks for, and says so while it lasts. */
async function busy(button: HTMLElement, run: () => Promise<void>): Promise<void> {
  tell('')
  button.setAttribute('aria-busy', 'true')
  try {
    await run()
  } catch (error) {
    tell(adviceOn(error))
  } finally {
    button.removeAttribute('aria-busy')
  }
}

/** The offer is fetched by the wallet that reads the code: no code of ours stands in it. */
async function showQr(code: string): Promise<void> {
  const { credentialOffer } = await askJson<{ credentialOffer: string }>('/v1/claims/references', {
    code,
  })
  const { rows, modules } = qrRows(credentialOffer)
  const svg = find<SVGElement>('#claim-qr-code')
  svg.setAttribute('viewBox', `0 0 ${modules} ${modules}`)
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', rows.join(''))
  svg.replaceChildren(path)
  find<HTMLElement>('#claim-qr-figure').hidden = false
}

function showOffer(look: Look): void {
  fill(section, {
    title: look.credential.title,
    issuer: look.issuer.name,
    expires: look.expiresAt.slice(0, 10),
  })
  find<HTMLElement>('#claim-code-field').hidden = !look.asksForCode
  codeInput.required = look.asksForCode
  find<HTMLAnchorElement>('#claim-wallet').href = look.credentialOffer
  section.hidden = false
}

async function openLink(code: string, isKept: boolean): Promise<void> {
  const look = await lookAt(code)
  showOffer(look)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void busy(find('#claim-form button'), async () => {
      if (!isKept) throw new Refused(NOT_KEPT)
      await receive(code, look, look.asksForCode ? codeInput.value : undefined)
      // The link opens nothing any more: it need not lie in the history.
      history.replaceState(null, '', '/claim')
      section.hidden = true
      received.hidden = false
    })
  })
  const qrButton = find<HTMLElement>('#claim-qr')
  qrButton.addEventListener('click', () => void busy(qrButton, () => showQr(code)))
}

const code = location.hash.slice(1)
if (CODE.test(code)) {
  const isKept = await openVault().then(
    () => true,
    () => false,
  )
  await openLink(code, isKept).catch((error) => tell(adviceOn(error)))
} else tell(NO_LINK)
