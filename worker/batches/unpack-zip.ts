// Archives by their directory, each file inflated under a cap. Uses fflate, which does it at once: there are no workers here.
import { Inflate } from 'fflate'
import { utf8Decode } from '../../shared/encoding/bytes.ts'
import {
  INFLATE_SLICE_BYTES,
  SPREADSHEET_FILES_MAX_COUNT,
  SPREADSHEET_INFLATED_MAX_BYTES,
} from '../../shared/limits.ts'
import { FileProblem } from './file-problem.ts'

const END = 0x06_05_4b_50
const ENTRY = 0x02_01_4b_50
const LOCAL = 0x04_03_4b_50
const END_BYTES = 22
const COMMENT_MAX_BYTES = 65_535
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8

interface Entry {
  readonly method: number
  readonly start: number
  readonly length: number
}

export interface Archive {
  /** The bytes of a file, undefined where there is none of that name. All of them together count against one cap. */
  readonly open: (name: string) => Uint8Array | undefined
}

const damaged = () => new FileProblem('The spreadsheet is damaged: save it anew.')
const tooLarge = () =>
  new FileProblem(
    `The spreadsheet unpacks to more than ${SPREADSHEET_INFLATED_MAX_BYTES} bytes: delete what is no table, or upload it in several parts.`,
  )

/** Throws a FileProblem where the directory cannot be read; `open` does where a file cannot, or beyond the cap. */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = readDirectory(bytes)
  let left = SPREADSHEET_INFLATED_MAX_BYTES
  return {
    open(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const file = unpack(bytes, entry, left)
      left -= file.length
      return file
    },
  }
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(view)
    const count = view.getUint16(end + 10, true)
    if (count > SPREADSHEET_FILES_MAX_COUNT) throw damaged()
    const entries = new Map<string, Entry>()
    let at = view.getUint32(end + 16, true)
    for (let left = count; left > 0; left--) {
      if (view.getUint32(at, true) !== ENTRY) throw damaged()
      const nameLength = view.getUint16(at + 28, true)
      const name = utf8Decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength))
      if (name === null || entries.has(name)) throw damaged()
      entries.set(name, readEntry(view, at))
      const more = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
      at += ENTRY_BYTES + nameLength + more
    }
    return entries
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= 0 && at >= last - COMMENT_MAX_BYTES; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw damaged()
}

function readEntry(view: DataView, at: number): Entry {
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
  if (isEncrypted) throw new FileProblem('The file is protected by a password: save it without.')
  const local = view.getUint32(at + 42, true)
  if (view.getUint32(local, true) !== LOCAL) throw damaged()
  const start =
    local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  return { method: view.getUint16(at + 10, true), start, length: view.getUint32(at + 20, true) }
}

function unpack(bytes: Uint8Array, { method, start, length }: Entry, cap: number): Uint8Array {
  const packed = bytes.subarray(start, start + length)
  if (packed.length < length) throw damaged()
  if (method === DEFLATED) return inflate(packed, cap)
  if (method !== STORED) throw damaged()
  if (length > cap) throw tooLarge()
  return packed
}

function inflate(packed: Uint8Array, cap: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  let isOver = false
  const inflater = new Inflate((piece, isLast) => {
    size += piece.length
    isOver ||= isLast
    pieces.push(piece)
  })
  for (let at = 0; at < packed.length; at += INFLATE_SLICE_BYTES) {
    const next = at + INFLATE_SLICE_BYTES
    try {
      inflater.push(packed.subarray(at, next), next >= packed.length)
    } catch {
      throw damaged()
    }
    if (size > cap) throw tooLarge()
  }
  if (!isOver) throw damaged()
  return joined(pieces, size)
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
