// Which host answers what: the demo portal lives on an origin of its own, everything else on the deployment's.
import type { MiddlewareHandler } from 'hono'
import type { AppContext } from '../app-context.ts'
import { problemResponse } from './problem-details.ts'

/**
 * The demo's pages would otherwise share storage and permissions with the pages that people trust. Requests that name neither
 * host are refused too: DIDs and links are bound to the configured origin.
 */
export const hostGate: MiddlewareHandler<AppContext> = async (c, next) => {
  const { settings } = c.get('services')
  const { host } = new URL(c.req.url)
  // The path as the router reads it: in the address, `/%64emo` is another spelling of `/demo`.
  const { path } = c.req
  const isDemo = path === '/demo' || path.startsWith('/demo/')
  const home = isDemo ? settings.demoOrigin : settings.origin
  if (home === undefined || new URL(home).host !== host) {
    if (!isDemo && path === '/' && host === hostOf(settings.demoOrigin)) return c.redirect('/demo')
    // A person who typed the wrong one of our two addresses is shown the right one; a program is told.
    const isPerson = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html')
    if (home !== undefined && isPerson) return c.redirect(home + path)
    return problemResponse('route.unknown', {
      ...(home !== undefined && { detail: `This address is served at ${home}` }),
    })
  }
  await next()
  return undefined
}

const hostOf = (origin: string | undefined): string | undefined => origin && new URL(origin).host
