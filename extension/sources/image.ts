// Badge images of the page's own origin, shown or linked to. Uses the DOM and the page's own network rights.
import { PAGE_LIMITS } from '../scan/limits.ts'
import { addressOnPage, createLookAtFiles } from './file.ts'
import type { Source } from './source.ts'

type ImageOrLink = Partial<Pick<HTMLImageElement, 'alt' | 'currentSrc'>> & HTMLElement

/** What somebody calls a picture that may hold a credential. No other picture is opened. */
const HINT = /badge|credential|diploma|licen[cs]e/i
const NAMED = /\.(png|svg)$/i
const INLINE = /^data:image\/(png|svg\+xml)[;,]/i
/** How a PNG chunk that holds a credential begins, and the namespace of one in an SVG. */
const MARKS = ['iTXtopenbadgecredential\0', 'https://purl.imsglobal.org/ob/v3p0']
/** An address that holds its image in base64 is a third longer than the image. */
const ADDRESS_CHARS_MAX = PAGE_LIMITS.files.image.bytes * 1.4
/** More arguments than this at once some engines refuse. */
const SLICE_BYTES = 8_192

/** The address of a picture that hints at a credential, of this origin or inline, or null. */
function imageAddress(element: ImageOrLink): string | null {
  const { alt, className, currentSrc, title } = element
  const written = currentSrc || (element.getAttribute('src') ?? element.getAttribute('href') ?? '')
  const url = written.length > ADDRESS_CHARS_MAX ? null : addressOnPage(written)
  if (url === null) return null
  const { href, origin, pathname } = url
  const isPicture = origin === location.origin ? NAMED.test(pathname) : INLINE.test(href)
  return isPicture && HINT.test([pathname, alt, className, title].join()) ? href : null
}

/** The whole file as base64, where it seems to hold a credential. The background takes it apart. */
async function bakedImage(file: Blob): Promise<readonly string[]> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(at, at + SLICE_BYTES))
  }
  return MARKS.some((mark) => binary.includes(mark)) ? [btoa(binary)] : []
}

/** Opens the pictures of a page that hint at a credential. A picture inside a link speaks for both. */
export const createLookAtImages = (): Source =>
  createLookAtFiles<ImageOrLink>({
    source: 'image',
    selector: 'img,a[href]:not(:has(img))',
    addressOf: imageAddress,
    read: bakedImage,
  })
