// Is it about the person on the page, or the one whom the reader expected? An answer beside the verdict, never in it. Pure.
import type { NameMatch } from '../names/compare.ts'
import type { VerificationResult } from '../verification-result.ts'
import type { Wording } from './wording/index.ts'

/** The person whom the page is about, and how that name compares with the credential's subject. */
export interface PersonOfPage {
  readonly name: string
  /** The form of the subject's name that comes closest. */
  readonly subject: string
  readonly match: NameMatch
}

interface AnswerProps {
  readonly wording: Wording
  readonly heading: 'h3' | 'h4'
}

export const PersonOfPageAnswer = ({
  person: { match, name, subject },
  wording,
  heading: Heading,
}: AnswerProps & { readonly person: PersonOfPage }) => (
  <section class="verdict-person" data-match={match}>
    <Heading>{wording.panel.personOfPage}</Heading>
    <p>{wording.names[match](subject, name)}</p>
  </section>
)

/** Nothing is said of a credential that was not proved, for then nothing was compared. */
export const ExpectedPersonAnswer = ({
  result: { matchedName, nameMatch },
  expectedName,
  wording,
  heading: Heading,
}: AnswerProps & { readonly result: VerificationResult; readonly expectedName: string }) =>
  nameMatch === undefined ? null : (
    <section class="verdict-person" data-match={nameMatch}>
      <Heading>{wording.panel.expectedName}</Heading>
      <p>
        {wording.expectedNames[nameMatch](matchedName ?? wording.panel.notStated, expectedName)}
      </p>
    </section>
  )
