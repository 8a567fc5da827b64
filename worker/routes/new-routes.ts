// The router that every route file starts from: bad input becomes a problem that names the field.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppContext } from '../app-context.ts'
import { invalidRequest } from '../middleware/problem-details.ts'

export const newRoutes = () =>
  new OpenAPIHono<AppContext>({
    defaultHook: (result) => (result.success ? undefined : invalidRequest(result.error)),
  })
