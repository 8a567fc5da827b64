// What the page of a share says. Data only.
import type { SharePurpose } from '../../../shared/share/share-purposes.ts'

export const PURPOSES = {
  employment: 'Employment',
  professional_registration: 'Registration with a board or council',
  credentialing: 'Credentialing',
  further_study: 'Further study',
  immigration: 'Immigration',
  other: 'Something else',
} as const satisfies Record<SharePurpose, string>

const ASK_SENDER = 'Ask whoever sent it for another one.'

/** By problem code of the Worker, and by what decrypting answers. */
export const ADVICE: Readonly<Record<string, string>> = {
  truncated: `This link is not whole: something is missing at its end, or was added to it. Copy all of it, or ${ASK_SENDER.toLowerCase()}`,
  'share.unknown': `There is no share at this address. Copy the whole link, or ${ASK_SENDER.toLowerCase()}`,
  'share.revoked': 'Whoever shared this has withdrawn it. Nothing of it can be shown any more.',
  'share.expired': `The time for which this was shared is over. ${ASK_SENDER}`,
  'share.used_up': `This was looked at as often as its holder allowed. ${ASK_SENDER}`,
  'share.locked': 'There were too many wrong PINs. Ask whoever sent the link to unlock it.',
  'share.conflict': 'Its holder is just changing this share. Load the page again.',
  undecipherable: `The end of this link does not belong to this share, so that it cannot be opened. Copy the whole link, or ${ASK_SENDER.toLowerCase()}`,
  unknown_form: `This was shared in a form that this page does not know. ${ASK_SENDER}`,
  'rate.exceeded': 'That was too often. Wait a minute, then load the page again.',
}
export const UNREACHABLE =
  'It did not work this time. Check your connection, and load the page again.'
export const PIN_WRONG = 'This PIN is not the right one. After five wrong ones the share is locked.'
export const UNBOUND =
  'This credential is tied to nobody’s key: whoever has had a copy could have put it here.'
export const UNCHECKED = 'This one could not be checked: something went wrong on our side.'
