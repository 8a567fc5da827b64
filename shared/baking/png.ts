// Credentials in PNG images: an `iTXt` chunk. Pure.
import { concatBytes, utf8Decode, utf8Encode } from '../encoding/bytes.ts'
import { inflate } from '../encoding/gzip.ts'
import { CREDENTIAL_MAX_CHARS, PNG_CHUNKS_MAX_COUNT } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { crc32 } from './crc32.ts'

type Read<T> = Result<T, Problem<ReasonCodeOf<'format'>>>

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const KEYWORD = 'openbadgecredential'
/** Where Open Badges 2 put its assertions, which are no verifiable credentials. */
const OLD_KEYWORD = 'openbadges'
const HEADER_BYTES = 8
const CRC_BYTES = 4

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** Offsets of the whole chunk in its file. */
  readonly start: number
  readonly end: number
}

interface TextChunk {
  readonly keyword: string
  readonly isCompressed: boolean
  readonly text: Uint8Array<ArrayBuffer>
}

const broken = (path: string) => err(problem('format.encoding_malformed', { path }))

/** Whether the bytes begin as a PNG does. */
export const isPng = (bytes: Uint8Array): boolean =>
  SIGNATURE.every((byte, index) => bytes[index] === byte)

/**
 * The credential that was baked into a PNG.
 *
 * Two credentials in one picture would let each reader find another one, so they are refused.
 *
 * Reasons: `format.encoding_malformed`, `format.unrecognized`, `format.too_large`, `format.envelope_unsupported`.
 * @see Open Badges 3.0 §5.3.1, PNG §5.3 and §11.3.3.4
 */
export async function unbakePng(bytes: Uint8Array): Promise<Read<string>> {
  const chunks = readChunks(bytes)
  if (!chunks.ok) return chunks
  const texts: TextChunk[] = []
  for (const { type, data } of chunks.value) {
    if (type !== 'iTXt') continue
    const text = readTextChunk(data)
    if (!text) return broken('iTXt')
    texts.push(text)
  }
  const [found, ...others] = texts.filter(({ keyword }) => keyword === KEYWORD)
  if (others.length > 0) return broken(KEYWORD)
  if (found) return readText(found)
  return texts.some(({ keyword }) => keyword === OLD_KEYWORD)
    ? err(problem('format.envelope_unsupported', { envelope: 'open_badges_2' }))
    : err(problem('format.unrecognized'))
}

/** The picture with this credential in place of any that it held. Throws where the bytes are no PNG. */
export function bakePng(image: Uint8Array, credential: string): Uint8Array<ArrayBuffer> {
  const chunks = readChunks(image)
  const [header, ...others] = chunks.ok ? chunks.value : []
  if (!header) throw new TypeError('The image is no PNG')
  const bytesOf = ({ start, end }: Chunk) => image.subarray(start, end)
  const kept = others.filter(
    ({ type, data }) => type !== 'iTXt' || readTextChunk(data)?.keyword !== KEYWORD,
  )
  const data = concatBytes(utf8Encode(KEYWORD), new Uint8Array(5), utf8Encode(credential))
  return concatBytes(SIGNATURE, bytesOf(header), writeChunk('iTXt', data), ...kept.map(bytesOf))
}

function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const body = concatBytes(utf8Encode(type), data)
  return concatBytes(uint32(data.length), body, uint32(crc32(body)))
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** All chunks from `IHDR` to `IEND`. What a file holds behind its end is not read. */
function readChunks(bytes: Uint8Array): Read<readonly Chunk[]> {
  if (!isPng(bytes)) return broken('signature')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let start = SIGNATURE.length
  while (chunks.length < PNG_CHUNKS_MAX_COUNT) {
    if (start + HEADER_BYTES + CRC_BYTES > bytes.length) return broken('chunk')
    const dataStart = start + HEADER_BYTES
    const dataEnd = dataStart + view.getUint32(start)
    if (dataEnd + CRC_BYTES > bytes.length) return broken('chunk')
    if (crc32(bytes.subarray(start + 4, dataEnd)) !== view.getUint32(dataEnd)) return broken('crc')
    const type = String.fromCharCode(...bytes.subarray(start + 4, dataStart))
    if ((type === 'IHDR') !== (chunks.length === 0)) return broken('IHDR')
    const end = dataEnd + CRC_BYTES
    chunks.push({ type, data: bytes.subarray(dataStart, dataEnd), start, end })
    if (type === 'IEND') return ok(chunks)
    start = end
  }
  return broken('chunk')
}

/** Keyword, compression flag and method, language, translated keyword, text; zero bytes in between. */
function readTextChunk(data: Uint8Array): TextChunk | null {
  const keywordEnd = data.indexOf(0)
  const flag = data[keywordEnd + 1]
  const method = data[keywordEnd + 2]
  const languageEnd = data.indexOf(0, keywordEnd + 3)
  const translatedEnd = data.indexOf(0, languageEnd + 1)
  if (keywordEnd < 1 || languageEnd < 0 || translatedEnd < 0) return null
  if ((flag !== 0 && flag !== 1) || method !== 0) return null
  return {
    keyword: String.fromCharCode(...data.subarray(0, Math.min(keywordEnd, 80))),
    isCompressed: flag === 1,
    text: Uint8Array.from(data.subarray(translatedEnd + 1)),
  }
}

async function readText({ isCompressed, text }: TextChunk): Promise<Read<string>> {
  const maxBytes = CREDENTIAL_MAX_CHARS
  if (text.length > maxBytes) {
    return err(problem('format.too_large', { chars: text.length, maxChars: maxBytes }))
  }
  const bytes = isCompressed ? await inflate(text, maxBytes) : text
  const read = bytes && utf8Decode(bytes)
  return read === null ? broken(KEYWORD) : ok(read.trim())
}
