// The demo's board register: a table of practitioners, each with a signed extract. Pure.
import type { Addressed, RegisterEntry } from './content.ts'
import { longDay } from './parts.tsx'
import { REGISTER_STYLE } from './register-style.ts'

const COUNCIL = 'Northmark Medical Council'

const Crest = () => (
  <svg width="46" height="54" viewBox="0 0 46 54" aria-hidden="true">
    <path
      d="M2 2h42v26c0 12-9 20-21 24C11 48 2 40 2 28z"
      fill="#1d2b53"
      stroke="#b08a2e"
      stroke-width="2"
    />
    <path
      d="M23 10v32M17 16c0 5 12 5 12 10s-12 5-12 10"
      fill="none"
      stroke="#e6cf8f"
      stroke-width="2.4"
      stroke-linecap="round"
    />
  </svg>
)

export const RegisterPage = ({
  entries,
}: {
  readonly entries: readonly Addressed<RegisterEntry>[]
}) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`Register of practitioners · ${COUNCIL}`}</title>
      <style dangerouslySetInnerHTML={{ __html: REGISTER_STYLE }} />
    </head>
    <body>
      <header>
        <div class="inner crest">
          <Crest />
          <p>
            {COUNCIL}
            <small>Province of Northmark · Marovia</small>
          </p>
        </div>
      </header>
      <main class="inner">
        <h1>Register of practitioners</h1>
        <p class="soft">
          Entered under the Health Professions Act. Each entry carries an extract signed by the
          Council on the day it was made; the extract, not this page, is the proof.
        </p>
        <table>
          <caption>{entries.length} entries, in alphabetical order</caption>
          <thead>
            <tr>
              {['Name', 'Number', 'Profession', 'Registered', 'Extract'].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.slug} entry={entry} />
            ))}
          </tbody>
        </table>
      </main>
      <footer class="inner">
        A demonstration. The council and the people on this page are invented.{' '}
        <a href="/demo">Back to the portal</a>
      </footer>
    </body>
  </html>
)

const Row = ({ entry }: { readonly entry: Addressed<RegisterEntry> }) => (
  <tr>
    <th scope="row">{entry.name}</th>
    <td class="number" data-column="Number">
      {entry.number}
    </td>
    <td data-column="Profession">{entry.profession}</td>
    <td data-column="Registered">{longDay(entry.registeredOn)}</td>
    <td data-column="Extract">
      <a href={`/demo/register/${entry.slug}.jwt`}>Signed extract</a>
    </td>
  </tr>
)
