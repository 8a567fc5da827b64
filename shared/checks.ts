// The closed list of questions that a verification asks. Pure.

/** Every question a verification asks, in the order in which a reader sees the answers. */
export const CHECKS = {
  format: { group: 'integrity' },
  issuer_key: { group: 'integrity' },
  signature: { group: 'integrity' },
  disclosures: { group: 'integrity' },
  holder_binding: { group: 'integrity' },
  validity_period: { group: 'in_force' },
  status: { group: 'in_force' },
  issuer_trust: { group: 'trust' },
  transparency: { group: 'integrity' },
} as const satisfies Record<string, { group: 'integrity' | 'in_force' | 'trust' }>

export type CheckId = keyof typeof CHECKS

export const CHECK_IDS = Object.keys(CHECKS) as readonly CheckId[]
