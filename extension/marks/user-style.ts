// The style of a mark's host, in the user origin, where no rule of a page outweighs it. Pure.

/**
 * The rules for one page's marks.
 *
 * They are keyed on the element's name, which a page cannot change, and reset everything first: `opacity: 0 !important`
 * on the element or in a style sheet of the page has no effect.
 */
export function userStyle(tag: string): string {
  const rules = [
    'all:initial',
    'display:inline-block',
    'font-size:inherit',
    'inline-size:max(1em,12px)',
    'block-size:max(1em,12px)',
    'margin-inline:.3em',
    'vertical-align:-.125em',
    'unicode-bidi:isolate',
  ]
  return `${tag}{${rules.map((rule) => `${rule}!important`).join(';')}}`
}
