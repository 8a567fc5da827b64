// `/`: what this is, and where to go. Pure.
import { Frame } from './frame.tsx'

const WAYS = [
  {
    href: '/verify',
    title: 'I was handed a credential',
    text: 'Paste or drop it and read, check by check, what could be proved.',
  },
  {
    href: '/registry',
    title: 'I want to know whom this registry trusts',
    text: 'The trust anchors, the accredited organisations, and the key to pin.',
  },
  {
    href: '/console/sign-in',
    title: 'I work for a university or a licensing board',
    text: 'Sign in with your passkey to issue, approve and suspend.',
  },
  {
    href: '/docs',
    title: 'I issue degrees or licences',
    text: 'Sign, suspend and verify through the API.',
  },
] as const

export const HomePage = () => (
  <Frame
    title="Degrees and licences that can be checked"
    description="Issue and verify signed credentials for degrees and professional licences."
    path="/"
  >
    <hgroup>
      <h1>May this person practise, and who says so?</h1>
      <p>
        Universities and licensing boards sign here. Anybody can check what they signed: who said
        it, whether they may say it, and whether it still holds today.
      </p>
    </hgroup>
    <div class="ways">
      {WAYS.map(({ href, title, text }) => (
        <article key={href}>
          <h2>
            <a href={href}>{title}</a>
          </h2>
          <p>{text}</p>
        </article>
      ))}
    </div>
  </Frame>
)
