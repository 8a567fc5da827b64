// What pages call a credential in a `type` attribute. Pure.

export const CREDENTIAL_TYPES = [
  'application/vc+jwt',
  'application/vc',
  'application/vc+ld+json',
  'application/dc+sd-jwt',
]
