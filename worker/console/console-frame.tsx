// The frame around every page of the console: who is signed in, for whom, and where one can go. Pure.
import type { ComponentChildren } from 'preact'
import { Frame } from '../pages/frame.tsx'
import type { Issuer } from '../storage/issuers.ts'
import type { Operator, OperatorRole } from '../storage/operators.ts'
import {
  AUDIT_ROLES,
  EVERY_ROLE,
  KEY_ROLES,
  OVERRIDE_ROLES,
  TEAM_ROLES,
  WRITING_ROLES,
} from './roles.ts'
import { ROLE_WORDS } from './words.ts'

export interface SignedIn {
  readonly issuer: Issuer
  readonly operator: Operator
}

interface ConsoleFrameProps extends SignedIn {
  readonly title: string
  /** The path of the page, to mark it in the navigation. */
  readonly path: string
  /** A script in /assets. */
  readonly script?: string
  readonly children: ComponentChildren
}

const ACCOUNT = '/console/account'

/** Where the navigation leads, and for whom. */
const PLACES: readonly (readonly [path: string, name: string, roles: readonly OperatorRole[]])[] = [
  ['/console', 'Home', EVERY_ROLE],
  ['/console/credentials', 'Credentials', EVERY_ROLE],
  ['/console/issue', 'Issue', WRITING_ROLES],
  ['/console/batches', 'Tables', EVERY_ROLE],
  ['/console/proposals', 'Proposals', EVERY_ROLE],
  ['/console/overrides', 'Overrides', OVERRIDE_ROLES],
  ['/console/keys', 'Keys', KEY_ROLES],
  ['/console/domain', 'Domain', KEY_ROLES],
  ['/console/team', 'Team', TEAM_ROLES],
  ['/console/api-keys', 'API keys', TEAM_ROLES],
  ['/console/policy', 'Policy', EVERY_ROLE],
  ['/console/recognition', 'Recognition', EVERY_ROLE],
  ['/console/audit', 'Audit log', AUDIT_ROLES],
]

export const ConsoleFrame = (props: ConsoleFrameProps) => {
  const { title, path, script, issuer, operator, children } = props
  return (
    <Frame
      title={title}
      description={`The console of ${issuer.name}.`}
      path="/console"
      {...(script !== undefined && { script })}
    >
      <div class="console-bar">
        <nav aria-label="Console">
          <ul>
            {PLACES.filter(([, , roles]) => roles.includes(operator.role)).map(([href, name]) => (
              <li key={href}>
                <a href={href} {...(href === path && { 'aria-current': 'page' as const })}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <form method="post" action="/console/sign-out">
          <span>
            <a href={ACCOUNT} {...(path === ACCOUNT && { 'aria-current': 'page' as const })}>
              <bdi>{operator.name}</bdi>
            </a>
            , {ROLE_WORDS[operator.role]}
          </span>
          <button type="submit" class="secondary outline">
            Sign out
          </button>
        </form>
      </div>
      <div class="console">{children}</div>
    </Frame>
  )
}
