// `/registry`: the pin, the anchors, who is accredited, and who closed or is in doubt. Pure.
import type { TrustAnchor } from '../../shared/trust/snapshot.ts'
import type { RemarkedEntry } from '../issuing/remarked.ts'
import { Frame } from './frame.tsx'
import { RemarkList } from './remark-list.tsx'

export interface RegistryProps {
  /** `<origin>#<fingerprint>` */
  readonly pin: string
  readonly fingerprint: string
  readonly anchors: readonly TrustAnchor[]
  readonly accredited: readonly {
    readonly accreditor: string
    readonly subject: string
    readonly types: readonly string[]
    readonly limits: readonly string[]
    readonly validUntil: string
  }[]
  readonly remarked: readonly RemarkedEntry[]
}

/** What people call the types that an organisation may issue. */
const TYPE_WORDS: ReadonlyMap<string, string> = new Map([
  ['ProfessionalLicenceCredential', 'Professional licences'],
  ['AchievementCredential', 'Degrees'],
  ['DegreeCredential', 'Degrees'],
])

const inWords = (types: readonly string[]): string =>
  [...new Set(types.map((type) => TYPE_WORDS.get(type) ?? type))].join(', ')

export const RegistryPage = ({
  pin,
  fingerprint,
  anchors,
  accredited,
  remarked,
}: RegistryProps) => (
  <Frame
    title="Registry"
    description="Whom this registry trusts, and the key by which its trust list is signed."
    path="/registry"
  >
    <h1>Registry</h1>
    <section aria-labelledby="pin-heading">
      <h2 id="pin-heading">Pin</h2>
      <p>
        To point the browser extension at this registry, paste this line into its options. Compare
        the fingerprint with the one that the operator gave you by another way.
      </p>
      <p>
        <code id="pin">{pin}</code>
      </p>
      <p>
        Fingerprint: <code>{fingerprint}</code>
      </p>
    </section>
    <section aria-labelledby="anchors-heading">
      <h2 id="anchors-heading">Trust anchors</h2>
      {anchors.length === 0 ? (
        <p>No anchor yet: every issuer shows as not recognised.</p>
      ) : (
        <ul>
          {anchors.map(({ did, name }) => (
            <li key={did}>
              {name} <code>{did}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
    <section aria-labelledby="accredited-heading">
      <h2 id="accredited-heading">Accredited organisations</h2>
      {accredited.length === 0 ? (
        <p>Nobody is accredited yet.</p>
      ) : (
        <div class="scrolling">
          <table>
            <thead>
              <tr>
                <th scope="col">Organisation</th>
                <th scope="col">May issue</th>
                <th scope="col">Within</th>
                <th scope="col">Accredited by</th>
                <th scope="col">Until</th>
              </tr>
            </thead>
            <tbody>
              {accredited.map(({ accreditor, subject, types, limits, validUntil }) => (
                <tr key={`${accreditor} ${subject} ${types.join()}`}>
                  <th scope="row">{subject}</th>
                  <td>{inWords(types)}</td>
                  <td>{limits.length > 0 ? limits.join('; ') : 'no limit'}</td>
                  <td>{accreditor}</td>
                  <td class="date">{validUntil}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
    <RemarkList remarked={remarked} />
  </Frame>
)
