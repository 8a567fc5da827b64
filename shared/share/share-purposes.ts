// Why something is shared: a closed list, so that holders, recipients and receipts mean the same. Pure.

export const SHARE_PURPOSES = [
  'employment',
  'professional_registration',
  'credentialing',
  'further_study',
  'immigration',
  'other',
] as const
export type SharePurpose = (typeof SHARE_PURPOSES)[number]
