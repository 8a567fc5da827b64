// One outline per verdict, so that colour never stands alone. 16 × 16, filled, even-odd. Data only.
import type { Glyph } from '../platform/message-types.ts'

const DISC = 'M8 0a8 8 0 1 0 0 16A8 8 0 1 0 8 0Z'
const RING = `${DISC}M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2Z`
const TICK = 'M3.6 8.2 5 6.8l2.2 2.2L11.2 4.9 12.6 6.3 7.2 11.8Z'
const MARK_OF_QUESTION =
  'M7.1 11.2h1.8V13H7.1ZM5 6.1C5 4.3 6.3 3.1 8.1 3.1s3 1.1 3 2.7c0 2.3-2.3 2.3-2.3 4.4H7.2c0-2.8 2.1-3 2.1-4.3 0-.7-.5-1.2-1.3-1.2-.8 0-1.3.5-1.3 1.4Z'

export const GLYPHS: Readonly<Record<Glyph, string>> = {
  checking:
    'M1 8a2 2 0 1 0 4 0A2 2 0 1 0 1 8ZM6 8a2 2 0 1 0 4 0A2 2 0 1 0 6 8ZM11 8a2 2 0 1 0 4 0A2 2 0 1 0 11 8Z',
  verified: `${DISC}${TICK}`,
  conditions: `M0 0H16V16H0Z${TICK}M3 13H13V14.5H3Z`,
  other_person: `${RING}M4.5 5.5H11.5V7H4.5ZM4.5 9H11.5V10.5H4.5ZM10 3 11.3 3.8 6 13 4.7 12.2Z`,
  unrecognized_issuer: `M8 0 16 8 8 16 0 8Z${MARK_OF_QUESTION}`,
  inconclusive: `${RING}${MARK_OF_QUESTION}`,
  not_in_force: 'M0 0H16V16H0ZM4 3.5H7V12.5H4ZM9 3.5H12V12.5H9Z',
  rejected:
    'M4.7 0H11.3L16 4.7V11.3L11.3 16H4.7L0 11.3V4.7ZM5.2 3.8 3.8 5.2 6.6 8 3.8 10.8 5.2 12.2 8 9.4 10.8 12.2 12.2 10.8 9.4 8 12.2 5.2 10.8 3.8 8 6.6Z',
}
