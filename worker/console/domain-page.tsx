// `/console/domain`: the domain that people are shown for the issuer, and how it is proved. Pure.
import type { IssuerDomain } from '../storage/issuer-domains.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field } from './field.tsx'
import { Moment } from './moment.tsx'
import { Refusal, Told } from './notice.tsx'

export const DOMAIN_PATH = '/console/domain'

interface DomainPageProps extends SignedIn {
  readonly domain: IssuerDomain | undefined
  /** What people are shown where no domain is linked. */
  readonly hostOfDid: string
  readonly mayLink: boolean
  /** As it was typed. */
  readonly entry?: string
  /** What to serve at the domain, and where; absent before a domain was named, and where the issuer signs it by itself. */
  readonly file?: { readonly url: string; readonly text: string } | undefined
  readonly error?: string | undefined
  readonly refusal?: string | undefined
  readonly notice?: string | undefined
}

const Linked = ({ host, checkedSeconds, validUntilSeconds }: IssuerDomain) => (
  <p>
    <strong>
      <bdi>{host}</bdi>
    </strong>{' '}
    is linked: it was asked <Moment seconds={checkedSeconds} />, and is believed until{' '}
    <Moment seconds={validUntilSeconds} />. Ask it again before.
  </p>
)

const FileToServe = ({ url, text }: { readonly url: string; readonly text: string }) => (
  <>
    <p>
      Have whoever runs that website serve this text, as JSON, at <code>{url}</code>. Then ask the
      domain.
    </p>
    <label for="did-configuration">The DID configuration</label>
    <textarea id="did-configuration" rows={10} readOnly={true} spellcheck={false}>
      {text}
    </textarea>
  </>
)

export const DomainPage = (props: DomainPageProps) => {
  const { issuer, operator, domain, hostOfDid, mayLink, file, error, refusal, notice } = props
  const { entry = domain?.host ?? '' } = props
  return (
    <ConsoleFrame title="Domain" path={DOMAIN_PATH} issuer={issuer} operator={operator}>
      <h1>Domain</h1>
      <Told>{notice}</Told>
      <Refusal>{refusal}</Refusal>
      <p>People who verify are shown a domain, not the DID: it says who stands behind the name.</p>
      {domain ? (
        <Linked {...domain} />
      ) : (
        <p>
          None is linked. They are shown <bdi>{hostOfDid}</bdi>, where your DID document stands.
        </p>
      )}
      {mayLink ? (
        <form method="post" action={DOMAIN_PATH}>
          <Field
            name="domain"
            label="Your domain"
            error={error}
            help="Such as board.example: without https and without a path."
          >
            {(attributes) => (
              <input {...attributes} value={entry} autocomplete="off" autocapitalize="none" />
            )}
          </Field>
          {file ? <FileToServe {...file} /> : null}
          <div class="choices">
            <button type="submit" name="step" value="file" class="secondary">
              See what to serve there
            </button>
            <button type="submit" name="step" value="link">
              Ask the domain, and link it
            </button>
          </div>
        </form>
      ) : null}
      {mayLink && domain ? (
        <form method="post" action={DOMAIN_PATH}>
          <button type="submit" name="step" value="unlink" class="secondary outline">
            Unlink <bdi>{domain.host}</bdi>
          </button>
        </form>
      ) : null}
    </ConsoleFrame>
  )
}
