import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMark } from '../../extension/marks/mark.ts'
import { openPage } from './support/page.ts'

const TAG = 'abcde-fghijklmnop'

afterEach(() => void vi.unstubAllGlobals())

/** A mark beside a paragraph. Its root is closed: the button is taken where it is made. */
function openMark() {
  const document = openPage('<p>A credential</p>')
  const anchor = document.querySelector('p')
  if (anchor === null) throw new Error('The page has no paragraph.')
  const made = vi.spyOn(document, 'createElement')
  const open = vi.fn()
  const mark = createMark(TAG, { anchor, side: 'after', source: 'text', text: 'x' }, open)
  mark.place()
  const button = made.mock.results.map(({ value }) => value).find((e) => e.localName === 'button')
  const click = (isTrusted: boolean) => {
    const event = document.createEvent('Event')
    event.initEvent('click', true, true)
    vi.spyOn(event, 'stopPropagation')
    Object.defineProperty(event, 'isTrusted', { value: isTrusted })
    button.dispatchEvent(event)
    return event
  }
  return { anchor, button, mark, open, click }
}

describe('a mark', () => {
  it('opens the panel when a person activates it', () => {
    const { click, open } = openMark()
    click(true)
    expect(open).toHaveBeenCalledTimes(1)
  })
  it('does not open the panel for a script of the page', () => {
    const { click, open } = openMark()
    click(false)
    expect(open).not.toHaveBeenCalled()
  })
  it.each([true, false])('keeps a click from the page below it (by a person: %s)', (isTrusted) => {
    const event = openMark().click(isTrusted)
    expect(event.defaultPrevented).toBe(true)
    expect(event.stopPropagation).toHaveBeenCalledTimes(1)
  })
  it('says in which language it speaks, for the page may speak another', () => {
    const { button, mark } = openMark()
    mark.show({ glyph: 'verified', tone: 'good', label: 'تم التحقق', lang: 'ar' })
    expect(button.getAttribute('lang')).toBe('ar')
    expect(button.getAttribute('aria-label')).toBe('تم التحقق')
  })
  it('stands beside its credential until it is removed', () => {
    const { anchor, mark } = openMark()
    expect(anchor.nextSibling?.nodeName.toLowerCase()).toBe(TAG)
    expect(mark.isInPlace()).toBe(true)
    mark.remove()
    expect(anchor.nextSibling).toBeNull()
    expect(mark.isInPlace()).toBe(false)
  })
})
