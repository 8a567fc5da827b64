// The frame around every page of the demo's recruiting portal. Pure.
import type { ComponentChildren } from 'preact'
import { PORTAL_STYLE } from './portal-style.ts'

const HOSPITAL = 'St. Brigid’s University Hospital'

const Emblem = () => (
  <svg width="36" height="36" viewBox="0 0 36 36" fill="none" aria-hidden="true">
    <rect width="36" height="36" rx="9" fill="#fff" fill-opacity=".12" />
    <g fill="#9fe0d6">
      <path d="M16.6 16.6H9.5a1.5 1.5 0 0 1-1.5-1.5c0-4.4 2.7-7.1 7.1-7.1a1.5 1.5 0 0 1 1.5 1.5z" />
      <path d="M19.4 16.6V9.5A1.5 1.5 0 0 1 20.9 8c4.4 0 7.1 2.7 7.1 7.1a1.5 1.5 0 0 1-1.5 1.5z" />
      <path d="M16.6 19.4v7.1a1.5 1.5 0 0 1-1.5 1.5C10.7 28 8 25.3 8 20.9a1.5 1.5 0 0 1 1.5-1.5z" />
    </g>
    <path
      d="M19.4 19.4h7.1a1.5 1.5 0 0 1 1.5 1.5c0 4.4-2.7 7.1-7.1 7.1a1.5 1.5 0 0 1-1.5-1.5z"
      fill="#fff"
    />
  </svg>
)

interface Props {
  readonly title: string
  /** True on the list of candidates itself. */
  readonly isList: boolean
  /** A JSON-LD description of whom the page is about. */
  readonly about?: object
  readonly children: ComponentChildren
}

/** JSON that cannot end the script element it stands in. */
const scriptSafeJson = (value: object) => JSON.stringify(value).replaceAll('<', '\\u003c')

export const PortalFrame = ({ title, isList, about, children }: Props) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${HOSPITAL} Talent`}</title>
      <style dangerouslySetInnerHTML={{ __html: PORTAL_STYLE }} />
      {about && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: scriptSafeJson(about) }}
        />
      )}
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to content
      </a>
      <header class="top">
        <div class="top-inner">
          <a class="brand" href="/demo">
            <Emblem />
            <span>
              <strong>{HOSPITAL}</strong>
              <small>Talent</small>
            </span>
          </a>
          <nav aria-label="Main">
            <a href="/demo" aria-current={isList ? 'page' : undefined}>
              Candidates
            </a>
            <a href="/demo/register">Medical register</a>
          </nav>
        </div>
      </header>
      <main id="content">{children}</main>
      <footer>
        A demonstration. The hospital, the people and the institutions on these pages are invented.
      </footer>
    </body>
  </html>
)
