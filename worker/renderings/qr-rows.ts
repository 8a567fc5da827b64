// A QR code as SVG paths, one for each row, a unit for each module, with a narrow border. Pure.
import { encodeQR } from 'qr'

export interface QrRows {
  readonly rows: readonly string[]
  /** How wide and high it is, border included. */
  readonly modules: number
}

export function qrRows(text: string): QrRows {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 1 })
  return { rows: rows.map(pathOfRow), modules: rows.length }
}

/** Neighbours that are dark become one bar. */
function pathOfRow(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    const width = x - start + 1
    path += `M${start} ${y}h${width}v1h-${width}z`
  }
  return path
}
