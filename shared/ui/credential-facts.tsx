// What a credential says: to whom, by whom, from when to when, and what for. Pure.
import type { CredentialSummary } from '../verification-result.ts'
import type { Wording } from './wording/index.ts'

interface Fact {
  readonly label: string
  readonly value: string | undefined
}

interface CredentialFactsProps {
  readonly credential: CredentialSummary
  readonly wording: Wording
}

/** People are shown the domain that an issuer controls; its name is only what it calls itself until it is vouched for. */
function issuerText({ issuer, claimsVerified }: CredentialSummary, wording: Wording): string {
  const { issuerNameUnproven, notStated } = wording.panel
  const { domain, id, name } = issuer
  const place = domain ?? id
  if (place === undefined) return name ?? notStated
  if (name === undefined || name === place) return place
  return claimsVerified ? `${name} (${place})` : `${place} (${issuerNameUnproven} “${name}”)`
}

function factsOf(credential: CredentialSummary, wording: Wording): readonly Fact[] {
  const { panel, professions, date } = wording
  const { degree, licence, validFrom, validUntil } = credential
  const profession = licence?.profession
  return [
    { label: panel.subject, value: credential.subject.name ?? panel.notStated },
    { label: panel.issuer, value: issuerText(credential, wording) },
    { label: panel.licenceNumber, value: licence?.number },
    { label: panel.profession, value: profession && (professions[profession] ?? profession) },
    { label: panel.jurisdiction, value: licence?.jurisdiction },
    { label: panel.conditions, value: licence?.conditions?.join('; ') },
    { label: panel.fieldOfStudy, value: degree?.fieldOfStudy },
    { label: panel.awarded, value: degree?.awardedDate && date(degree.awardedDate) },
    { label: panel.validFrom, value: validFrom && date(validFrom) },
    { label: panel.validUntil, value: validUntil === undefined ? panel.noEnd : date(validUntil) },
  ].filter(({ value }) => value !== undefined && value !== '')
}

/** The facts as a description list; each value isolated, so that a right-to-left name cannot reorder its neighbours. */
export function CredentialFacts({ credential, wording }: CredentialFactsProps) {
  return (
    <dl class="verdict-facts">
      {factsOf(credential, wording).map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
