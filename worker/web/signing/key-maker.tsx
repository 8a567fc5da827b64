// The part of `/console/keys` where a key is made in this browser and registered. Uses IndexedDB, the clipboard and the Worker's API.
import { useEffect, useState } from 'preact/hooks'
import type { OkpJwk } from '../../../shared/keys/jwk.ts'
import { ask, inWords } from './ask.ts'
import { type BrowserKey, keysOf, makeKey } from './key-store.ts'
import { documentWith, type RegisteredKey } from './own-document.ts'

interface KeyMakerProps {
  readonly slug: string
  readonly did: string
  /** Where the issuer's DID document stands. */
  readonly documentUrl: string
}

interface Known {
  readonly mine: readonly BrowserKey[]
  readonly registered: readonly RegisteredKey[]
}

const isSame = (one: OkpJwk, other: OkpJwk): boolean => one.x === other.x

export function KeyMaker({ slug, did, documentUrl }: KeyMakerProps) {
  const [known, setKnown] = useState<Known>()
  const [advice, setAdvice] = useState('')
  const path = `/v1/issuers/${encodeURIComponent(slug)}/keys`
  const attempt = async (work: () => Promise<unknown>) => {
    setAdvice('')
    try {
      await work()
      const { keys } = await ask<{ keys: RegisteredKey[] }>(path)
      setKnown({ mine: await keysOf(did), registered: keys })
    } catch (error) {
      setAdvice(inWords(error))
    }
  }
  useEffect(() => {
    attempt(async () => undefined)
  }, [])

  const stateOf = ({ publicJwk }: BrowserKey) =>
    known?.registered.find((key) => isSame(key.publicJwk, publicJwk))?.state
  const waiting = known?.mine.find((key) => stateOf(key) === undefined)
  const signing = known?.mine.find((key) => stateOf(key) === 'active')
  return (
    <div>
      {advice === '' ? null : (
        <p role="alert" class="advice">
          {advice}
        </p>
      )}
      {signing === undefined ? null : (
        <p role="status" class="notice">
          This browser holds an active key: <code>{signing.kid}</code>.{' '}
          <a href="/console/signing">Sign what waits</a>.
        </p>
      )}
      {waiting && known ? (
        <Publishing
          documentUrl={documentUrl}
          document={documentWith(did, waiting, known.registered)}
          onCheck={() => attempt(() => ask(path, { publicJwk: waiting.publicJwk }))}
        />
      ) : null}
      {known && !waiting ? (
        <button
          type="button"
          class={signing ? 'secondary outline' : ''}
          onClick={() => attempt(() => makeKey(did))}
        >
          {signing ? 'Make another key in this browser' : 'Make a key in this browser'}
        </button>
      ) : null}
    </div>
  )
}

interface PublishingProps {
  readonly documentUrl: string
  readonly document: string
  readonly onCheck: () => Promise<void>
}

const Publishing = ({ documentUrl, document, onCheck }: PublishingProps) => (
  <section aria-labelledby="publishing-heading">
    <h3 id="publishing-heading">Put it into your DID document</h3>
    <p>
      A key was made. Whoever runs your website now serves this text, as JSON, at{' '}
      <code>{documentUrl}</code>. Where you have other entries there, keep them, and add the new one
      to <code>verificationMethod</code> and <code>assertionMethod</code>.
    </p>
    <label for="did-document">The DID document</label>
    <textarea id="did-document" rows={14} readOnly spellcheck={false} value={document} />
    <div class="choices">
      <button type="button" onClick={onCheck}>
        Check that it is in place, and register it
      </button>
      <button
        type="button"
        class="secondary outline"
        onClick={() => navigator.clipboard.writeText(document)}
      >
        Copy the text
      </button>
    </div>
  </section>
)
