// Puts a view into a page of ours: language, direction, title, and a place in the document.
import { type ComponentChildren, render } from 'preact'
import { wordingFor } from '../../shared/ui/wording/index.ts'

export function mount(title: string, view: ComponentChildren): void {
  const { direction, locale } = wordingFor(navigator.languages)
  document.documentElement.lang = locale
  document.documentElement.dir = direction
  document.title = title
  const place = document.getElementById('__plasmo')
  if (place !== null) render(<main>{view}</main>, place)
}
