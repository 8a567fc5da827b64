// Pictures and documents made byte by byte, by another hand than the sources'. Uses node:zlib.
import { crc32, deflateSync } from 'node:zlib'

export const chunk = (type: string, data: Uint8Array | string = ''): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length - 4)
  const crc = Buffer.alloc(4)
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, crc])
}

const HEADER = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
const PIXEL = deflateSync(Buffer.from([0, 255]))

/** A picture of one pixel, with chunks of the test's own after its header. */
export const png = (...chunks: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', HEADER),
      ...chunks,
      chunk('IDAT', PIXEL),
      chunk('IEND'),
    ]),
  )

/** The body of an `iTXt` chunk. */
export const itxt = (keyword: string, text: string | Uint8Array, flags = [0, 0]): Buffer =>
  chunk(
    'iTXt',
    Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([...flags, 0, 0]), Buffer.from(text)]),
  )

export const svg = (inside: string, head = ''): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg"><g>${inside}</g></svg>`,
  )

export const badge = (inside: string, attributes = ''): string =>
  `<ob:credential xmlns:ob="https://purl.imsglobal.org/ob/v3p0" ${attributes}>${inside}</ob:credential>`

/** As much of a PDF as a search for attachments sees. */
export const pdf = (...attachments: readonly (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n<< /Names << /EmbeddedFiles 9 0 R >> >>\nendobj\n'),
      ...attachments.flatMap((attachment, index) => {
        const isText = typeof attachment === 'string'
        const filter = isText ? '' : '/Filter /FlateDecode '
        return [
          Buffer.from(
            `${index + 2} 0 obj\n<< /Type /EmbeddedFile ${filter}/Length ${attachment.length} >>\nstream\n`,
          ),
          Buffer.from(attachment),
          Buffer.from('\nendstream\nendobj\n'),
        ]
      }),
    ]),
  )
