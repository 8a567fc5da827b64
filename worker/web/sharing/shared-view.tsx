// A share from link to verdicts. Uses Preact, fetch and a timer.
import { useEffect, useState } from 'preact/hooks'
import type { ShareLink } from '../../../shared/share/share-link.ts'
import { loadWording } from '../../../shared/ui/wording/load-wording.ts'
import { localeFor } from '../../../shared/ui/wording/locales.ts'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { createPageVerifier } from '../browser/page-verifier.ts'
import { Advice } from './advice.tsx'
import { type Answers, type Opened, openLook } from './open-look.ts'
import { QuestionForm } from './question-form.tsx'
import { SharedItems } from './shared-items.tsx'
import { whyWithdrawn } from './take-look.ts'

// Begun before anybody has answered anything: both take a round trip.
const verifier = createPageVerifier()
const wordingOfReader = loadWording(localeFor(navigator.languages))
// Whoever waits for it hears of its failure.
verifier.catch(() => undefined)

interface Asking {
  readonly questions: Extract<Opened, { readonly kind: 'asked' }>['questions']
  readonly isPinWrong: boolean
}

export function SharedView({ link }: { readonly link: ShareLink }) {
  const [opened, setOpened] = useState<Opened | undefined>()
  const [asking, setAsking] = useState<Asking | undefined>()
  const [isBusy, setBusy] = useState(true)
  const [wording, setWording] = useState<Wording | undefined>()

  const look = async (answers: Answers) => {
    setBusy(true)
    const [next, words] = await Promise.all([openLook(link, answers, verifier), wordingOfReader])
    setBusy(false)
    setWording(words)
    if (next.kind === 'asked') return setAsking({ questions: next.questions, isPinWrong: false })
    if (next.kind === 'failed' && next.code === 'share.pin_wrong' && asking) {
      return setAsking({ ...asking, isPinWrong: true })
    }
    setAsking(undefined)
    setOpened(next)
  }

  useEffect(() => void look({}), [])
  useEffect(() => {
    if (opened?.kind !== 'shown') return
    const again = setInterval(async () => {
      const code = await whyWithdrawn(link.id)
      if (code !== undefined) setOpened({ kind: 'failed', code })
    }, opened.terms.recheckAfterSeconds * 1_000)
    return () => clearInterval(again)
  }, [opened, link])

  return (
    <>
      <p role="status" id="share-status" aria-busy={isBusy}>
        {isBusy ? 'Opening and checking what was shared …' : summaryOf(opened)}
      </p>
      {asking ? <QuestionForm {...asking} isBusy={isBusy} onAnswer={look} /> : null}
      {opened?.kind === 'failed' ? <Advice code={opened.code} /> : null}
      {opened?.kind === 'shown' && wording ? (
        <SharedItems shown={opened} wording={wording} />
      ) : null}
    </>
  )
}

function summaryOf(opened: Opened | undefined): string {
  if (opened?.kind !== 'shown') return ''
  const { items } = opened
  const verified = items.filter((item) => item?.result.verdict === 'verified').length
  return `${verified} of ${items.length} verified`
}
