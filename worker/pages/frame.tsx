// The frame around every page of the Worker. Pure.
import type { ComponentChildren } from 'preact'

interface FrameProps {
  readonly title: string
  readonly description: string
  /** The path of the page, to mark it in the navigation. */
  readonly path: string
  /** A script in /assets, for what a page can do better with one. */
  readonly script?: string
  readonly children: ComponentChildren
}

const NAVIGATION = [
  ['/verify', 'Verify'],
  ['/registry', 'Registry'],
  ['/docs', 'API'],
  ['/console', 'Console'],
] as const

export const Frame = ({ title, description, path, script, children }: FrameProps) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Licet`}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/assets/licet.css" />
      {script ? <script type="module" src={`/assets/${script}`} /> : null}
    </head>
    <body>
      <a class="skip-link" href="#content">
        Skip to the content
      </a>
      <header class="container site-header">
        <nav aria-label="Main">
          <ul>
            <li>
              <a class="site-name" href="/">
                Licet
              </a>
            </li>
          </ul>
          <ul>
            {NAVIGATION.map(([href, name]) => (
              <li key={href}>
                <a href={href} {...(href === path && { 'aria-current': 'page' as const })}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main class="container" id="content">
        {children}
      </main>
      <footer class="container site-footer">
        <small>
          Licet answers one question: may this person practise, and who says so? Nothing that you
          verify is kept.
        </small>
      </footer>
    </body>
  </html>
)
