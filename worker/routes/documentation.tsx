// `/openapi.json` and `/docs`: every route, for machines and for people.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { AppContext } from '../app-context.ts'
import { DocsPage } from '../pages/docs.tsx'
import { renderPage } from '../pages/render.tsx'
import { VERSION } from '../version.ts'

/** Registered last: the document lists what was registered before. */
export function addDocumentation(app: OpenAPIHono<AppContext>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of the issuer, or the administrator key',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'operatorSession', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-licet-session',
    description: 'The session of an operator who signed in with a passkey at /console/sign-in',
  })
  const describe = (origin: string) =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Licet',
        version: VERSION,
        description:
          'Issues and verifies signed credentials for degrees and professional licences.',
        license: { name: 'MIT' },
      },
      servers: [{ url: origin }],
    })
  app.get('/openapi.json', (c) => c.json(describe(c.get('services').settings.origin)))
  app.get('/docs', (c) => {
    const openapi = JSON.parse(JSON.stringify(describe(c.get('services').settings.origin)))
    return c.html(renderPage(<DocsPage openapi={openapi} />))
  })
}
