// Reads archives that were written in one go: sizes come after the data, so the directory at the end says where files lie.

const END = 0x06_05_4b_50
const ENTRY = 0x02_01_4b_50

/** The files of an archive by name. Only stored ones: nothing here compresses what is signed. */
export async function filesIn(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, length: number) =>
    new TextDecoder().decode(bytes.subarray(from, from + length))
  const end = bytes.byteLength - 22
  if (view.getUint32(end, true) !== END) throw new Error('The archive has no end')
  const files = new Map<string, string>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('The directory is broken')
    const size = view.getUint32(at + 24, true)
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    const local = view.getUint32(at + 42, true)
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    files.set(text(at + 46, name ?? 0), text(data, size))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}
