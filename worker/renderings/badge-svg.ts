// A badge as SVG: a seal with what was achieved and who says so. Pure.
import type { Sheet } from './sheet.ts'

const LINE_CHARS = 20
const MAX_LINES = 3

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)

/** The words in lines; what does not fit ends with an ellipsis. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < LINE_CHARS) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines.length > MAX_LINES
    ? [...lines.slice(0, MAX_LINES - 1), `${lines[MAX_LINES - 1]}…`]
    : lines
}

const POINTS = Array.from({ length: 96 }, (_, index) => {
  const angle = (index / 96) * 2 * Math.PI
  const radius = index % 2 === 0 ? 190 : 180
  return `${(200 + radius * Math.cos(angle)).toFixed(1)},${(200 + radius * Math.sin(angle)).toFixed(1)}`
}).join(' ')

/** Draws the badge; the credential is not in it yet. */
export function drawBadge({ issuer, title }: Sheet): string {
  const lines = linesOf(title)
  const top = 205 - (lines.length - 1) * 15
  const text = lines.map(
    (line, index) => `<tspan x="200" y="${top + index * 30}">${escapeText(line)}</tspan>`,
  )
  const issuerLine = issuer.length > 34 ? `${issuer.slice(0, 33)}…` : issuer
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img" aria-labelledby="title">
<title id="title">${escapeText(`${title} · ${issuer}`)}</title>
<polygon points="${POINTS}" fill="#1b365d"/>
<circle cx="200" cy="200" r="152" fill="#fff" stroke="#bf9000" stroke-width="8"/>
<path d="M176 112l18 20 34-42" fill="none" stroke="#1b365d" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"/>
<text font-family="Georgia, serif" font-size="24" font-weight="bold" fill="#1b365d" text-anchor="middle">${text.join('')}</text>
<text x="200" y="296" font-family="Georgia, serif" font-size="13" fill="#333" text-anchor="middle">${escapeText(issuerLine)}</text>
</svg>
`
}
