// The style of a mark's host, in the user origin, where no rule of a page outweighs it. Pure.

/**
 * The rules for one page's marks.
 *
 * They are keyed on the element's name, which a page cannot change, and reset everything first: `opacity: 0 !important`
 * on the element or in a style sheet of the page has no effect. The marks of several credentials in one text stand side by
 * side: on top of each other, a good one would hide a bad one.
 */
export function userStyle(tag: string): string {
  const rules = [
    'all:initial',
    'display:inline',
    'position:relative',
    'font-size:inherit',
    'unicode-bidi:isolate',
  ]
  return `${tag}{${rules.map((rule) => `${rule}!important`).join(';')}}
${tag}+${tag}{margin-inline-start:calc(max(1em,12px) + .35em)!important}`
}
