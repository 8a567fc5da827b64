// Headers that every answer carries. Pages load nothing from elsewhere.
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { AppContext } from '../app-context.ts'

const forPages = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  crossOriginResourcePolicy: 'same-origin',
  xFrameOptions: 'DENY',
})

/** The demo portal plays somebody else's site: it brings inline styles, and its own policy. */
export const securityHeaders = createMiddleware<AppContext>((c, next) =>
  c.req.path === '/demo' || c.req.path.startsWith('/demo/') ? next() : forPages(c, next),
)
