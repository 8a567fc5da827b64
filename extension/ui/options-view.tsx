// The options page: the registry in use, and how to choose another.
import { useCallback, useEffect, useState } from 'preact/hooks'
import { createSignatureEngine } from '../../shared/index.ts'
import { createTrustLists } from '../background/trust-list.ts'
import type { ConnectFailure } from '../options/connect.ts'
import { createRegistryChoice } from '../options/registry-choice.ts'
import { fetchText } from '../platform/fetch-text.ts'
import { isPinChosen, readPinInForce } from '../platform/pin.ts'
import { createRegistryAccess } from '../platform/registry-access.ts'
import { RegistryFacts, type RegistryInUse } from './registry-facts.tsx'
import { ResetPin } from './reset-pin.tsx'
import { words } from './words.ts'

const { options } = words
const { local } = chrome.storage

const trustListFor = createTrustLists({
  local,
  fetchText,
  engine: createSignatureEngine(),
  now: () => Math.floor(Date.now() / 1000),
})

const access = createRegistryAccess(local)
const choice = createRegistryChoice({ local, access, fetchText, trustListFor })

async function readRegistry(): Promise<RegistryInUse> {
  const pin = await readPinInForce(local)
  return { pin, isChosen: await isPinChosen(local), list: await trustListFor(pin) }
}

type Progress = 'idle' | 'connecting' | 'connected' | ConnectFailure

const progressText = (progress: Progress): string =>
  progress === 'idle'
    ? ''
    : progress === 'connecting' || progress === 'connected'
      ? options[progress]
      : options.failures[progress]

export function OptionsView() {
  const [registry, setRegistry] = useState<RegistryInUse | null>(null)
  const [progress, setProgress] = useState<Progress>('idle')
  const read = useCallback(() => void readRegistry().then(setRegistry), [])
  useEffect(read, [read])

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get('pin') ?? '')
    setProgress('connecting')
    const connected = await choice.change(text)
    if ('pin' in connected) read()
    setProgress('pin' in connected ? 'connected' : connected.failure)
  }
  const reset = async () => {
    await choice.reset()
    setProgress('idle')
    read()
  }

  return (
    <>
      <h1>{options.title}</h1>
      <p>{options.intro}</p>
      {registry === null ? null : <RegistryFacts registry={registry} />}
      {registry?.isChosen ? <ResetPin onReset={() => void reset()} /> : null}
      <section>
        <h2>{options.change}</h2>
        <form onSubmit={(event) => void submit(event)}>
          <label for="pin">{options.pinLabel}</label>
          <input
            id="pin"
            name="pin"
            required
            dir="ltr"
            autoComplete="off"
            spellcheck={false}
            aria-describedby="pin-help"
          />
          <p id="pin-help">{options.pinHelp}</p>
          <button type="submit" class="primary" disabled={progress === 'connecting'}>
            {options.connect}
          </button>
          <p role="status">{progressText(progress)}</p>
        </form>
      </section>
    </>
  )
}
