// Preact → a whole HTML document. Uses preact-render-to-string.
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`
