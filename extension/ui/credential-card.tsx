// One credential in the side panel: checked, being checked, or not checkable through a fault of ours.
import { VerdictPanel } from '../../shared/ui/verdict-panel.tsx'
import type { Wording } from '../../shared/ui/wording/index.ts'
import type { FoundCredential } from '../background/found-credentials.ts'
import { words } from './words.ts'

interface CredentialCardProps {
  readonly id: string
  readonly record: FoundCredential
  readonly wording: Wording
}

export function CredentialCard({ id, record, wording }: CredentialCardProps) {
  const { finding, frameId } = record
  return (
    <section id={id} class="card" tabIndex={-1}>
      {frameId === 0 ? null : <p class="frame">{words.panel.inFrame}</p>}
      {finding.state === 'checking' ? <p aria-busy="true">{words.panel.checking}</p> : null}
      {finding.state === 'failed' ? <p class="warning">{words.panel.failed}</p> : null}
      {finding.state === 'done' ? (
        <VerdictPanel result={finding.result} wording={wording} person={finding.person} />
      ) : null}
    </section>
  )
}
