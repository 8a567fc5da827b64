// The registry in use: where it is, by which key it is known, whom it leads to, and until when its list holds.
import { useEffect, useState } from 'preact/hooks'
import { jwkThumbprint, type TrustPin, type VerifierDeps } from '../../shared/index.ts'
import { wordingFor } from '../../shared/ui/wording/index.ts'
import { words } from './words.ts'

export interface RegistryInUse {
  readonly pin: TrustPin
  readonly isChosen: boolean
  readonly list: Awaited<ReturnType<VerifierDeps['trust']>>
}

const wording = wordingFor(navigator.languages)
const { options } = words

export function RegistryFacts({ registry }: { readonly registry: RegistryInUse }) {
  const { isChosen, list, pin } = registry
  const [thumbprint, setThumbprint] = useState('')
  useEffect(() => void jwkThumbprint(pin.registryKey).then(setThumbprint), [pin])
  const anchors = list.ok ? list.value.anchors : (pin.anchors ?? [])
  return (
    <section>
      <h2>{options.inUse}</h2>
      <p>{isChosen ? options.chosen : options.builtIn}</p>
      <dl>
        <dt>{options.address}</dt>
        <dd>
          <bdi>{pin.origin}</bdi>
        </dd>
        <dt>{options.fingerprint}</dt>
        <dd>
          <code dir="ltr">{thumbprint}</code>
        </dd>
        {list.ok ? (
          <>
            <dt>{options.sequence}</dt>
            <dd>{list.value.sequence}</dd>
            <dt>{options.validUntil}</dt>
            <dd>{wording.time(new Date(list.value.validUntilSeconds * 1000).toISOString())}</dd>
          </>
        ) : null}
      </dl>
      {list.ok ? null : (
        <p class="warning" role="alert">
          {options.noList[list.error.code] ?? wording.reasons[list.error.code]}
        </p>
      )}
      <h3>{options.anchors}</h3>
      <ul>
        {anchors.map(({ did, name }) => (
          <li key={did}>
            <bdi>{name}</bdi>{' '}
            <small>
              <bdi>{did}</bdi>
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
