// A text as a QR code. Pure.
import { qrRows } from '../../renderings/qr-rows.ts'

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { rows, modules } = qrRows(text)
  return (
    <svg class="qr" viewBox={`0 0 ${modules} ${modules}`} role="img" aria-label={label}>
      <path d={rows.join('')} />
    </svg>
  )
}
