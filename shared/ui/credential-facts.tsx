// What a credential says: to whom, by whom, from when to when, and what for. Pure.
import type { CredentialSummary } from '../verification-result.ts'
import type { Wording } from './wording/index.ts'

interface Fact {
  readonly label: string
  readonly value: string | undefined
  /** The direction of a value that is a sentence of ours; one from outside decides for itself. */
  readonly dir?: Wording['direction']
}

interface CredentialFactsProps {
  readonly credential: CredentialSummary
  /** Whether a chain of accreditations stands behind the issuer. */
  readonly isIssuerVouchedFor: boolean
  readonly wording: Wording
}

/**
 * People are shown the domain that an issuer controls, never its DID. What it calls itself stands in quotation marks until
 * somebody vouches for it: nothing stops a diploma mill from signing with a famous name.
 */
function issuerFact(
  { issuer }: CredentialSummary,
  isVouchedFor: boolean,
  { direction, panel }: Wording,
): Fact {
  const { issuer: label, issuerSelfNamed, issuerWithoutDomain, notStated } = panel
  const { domain, name } = issuer
  if (name === undefined || name === domain) return { label, value: domain ?? notStated }
  if (isVouchedFor) return { label, value: domain === undefined ? name : `${name} (${domain})` }
  return { label, value: issuerSelfNamed(domain ?? issuerWithoutDomain, name), dir: direction }
}

/** A code such as `constructor` has no words, though every object has a member of that name. */
const codeText = (code: string, words: Readonly<Record<string, string>>): string =>
  (Object.hasOwn(words, code) ? words[code] : undefined) ?? code

function factsOf({
  credential,
  isIssuerVouchedFor,
  wording,
}: CredentialFactsProps): readonly Fact[] {
  const { panel, professions, date } = wording
  const { degree, licence, validFrom, validUntil } = credential
  const profession = licence?.profession
  if (credential.kind === 'presentation') {
    return present([
      { label: panel.subject, value: credential.subject.name },
      { label: panel.presentedBy, value: credential.issuer.domain },
    ])
  }
  return present([
    { label: panel.subject, value: credential.subject.name ?? panel.notStated },
    issuerFact(credential, isIssuerVouchedFor, wording),
    { label: panel.licenceNumber, value: licence?.number ?? degree?.licenseNumber },
    { label: panel.profession, value: profession && codeText(profession, professions) },
    { label: panel.jurisdiction, value: licence?.jurisdiction },
    { label: panel.scope, value: licence?.scope && codeText(licence.scope, panel.scopes) },
    { label: panel.conditions, value: licence?.conditions?.join('; ') },
    { label: panel.fieldOfStudy, value: degree?.fieldOfStudy },
    { label: panel.alignments, value: degree?.alignments?.join('; ') },
    { label: panel.results, value: degree?.results?.join('; ') },
    { label: panel.awarded, value: degree?.awardedDate && date(degree.awardedDate) },
    { label: panel.validFrom, value: validFrom && date(validFrom) },
    { label: panel.validUntil, value: validUntil === undefined ? panel.noEnd : date(validUntil) },
  ])
}

const present = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(({ value }) => value !== undefined && value !== '')

/** The facts as a description list; each value isolated, so that a right-to-left name cannot reorder its neighbours. */
export function CredentialFacts(props: CredentialFactsProps) {
  const facts = factsOf(props)
  if (facts.length === 0) return null
  return (
    <dl class="verdict-facts">
      {facts.map(({ dir, label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi dir={dir}>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
