// /claim with a script: shows what waits behind the link, hands it to a wallet, or receives it into this browser.
import { qrRows } from '../renderings/qr-rows.ts'
import { askJson, Refused } from './claiming/ask.ts'
import { type Keeper, type KeptCredential, openKeeper } from './claiming/kept-copies.ts'
import { type Look, lookAt, receive } from './claiming/receive.ts'

const CODE = /^[\w-]{43}$/
const NO_LINK = 'This page needs the whole link that the issuer sent you.'
const NOT_KEPT =
  'This browser keeps nothing, as some do in private windows. Open the link in another one, or in a wallet.'
const FAILED = 'It did not work here. Open the link in another browser, or in a wallet.'
const RECEIVED = 'It is in this browser now.'

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector)
  if (!found) throw new Error(`The page lacks ${selector}`)
  return found
}
const section = find<HTMLElement>('#claim-offer')
const form = find<HTMLFormElement>('#claim-form')
const codeInput = find<HTMLInputElement>('#claim-code')
const advice = find<HTMLElement>('#claim-advice')
const state = find<HTMLElement>('#claim-status')

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

function download({ title, copies }: KeptCredential): void {
  const [first] = copies
  if (!first) return
  const url = URL.createObjectURL(new Blob([first.credential], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${title.toLowerCase().replaceAll(' ', '-')}.${first.credential.includes('~') ? 'sd-jwt' : 'jwt'}`
  link.click()
  URL.revokeObjectURL(url)
}

async function showKept(keeper: Keeper): Promise<void> {
  const kept = await keeper.all()
  find<HTMLElement>('#claim-kept').hidden = kept.length === 0
  const template = find<HTMLTemplateElement>('#claim-kept-entry')
  const entries = kept.map((credential) => {
    const entry = template.content.cloneNode(true) as DocumentFragment
    const { title, issuer, copies } = credential
    fill(entry, { title, issuer, copies: String(copies.length) })
    const button = entry.querySelector('button')
    button?.setAttribute('aria-label', `Download one copy: ${title} from ${issuer}`)
    button?.addEventListener('click', () => download(credential))
    return entry
  })
  find('#claim-kept-list').replaceChildren(...entries)
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

async function openLink(code: string, keeper: Keeper | undefined): Promise<void> {
  const look = await lookAt(code)
  showOffer(look)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void busy(find('#claim-form button'), async () => {
      if (!keeper) throw new Refused(NOT_KEPT)
      await receive(keeper, code, look, look.asksForCode ? codeInput.value : undefined)
      // The link opens nothing any more: it need not lie in the history.
      history.replaceState(null, '', '/claim')
      section.hidden = true
      state.textContent = RECEIVED
      await showKept(keeper)
    })
  })
  const qrButton = find<HTMLElement>('#claim-qr')
  qrButton.addEventListener('click', () => void busy(qrButton, () => showQr(code)))
}

const code = location.hash.slice(1)
const keeper = await openKeeper().catch(() => undefined)
if (keeper) await showKept(keeper)
if (CODE.test(code)) await openLink(code, keeper).catch((error) => tell(adviceOn(error)))
else if (find<HTMLElement>('#claim-kept').hidden || code !== '') tell(NO_LINK)
