// The types of our SD-JWT VCs, described for wallets and verifiers. Pure.
import type { JsonObject } from '../encoding/json.ts'

const TYPES = {
  degree: {
    path: '/vct/degree/1',
    name: 'Degree',
    description: 'An academic degree, by the institution that awarded it.',
  },
  licence: {
    path: '/vct/professional-licence/1',
    name: 'Professional licence',
    description:
      'The right to practise a regulated profession, by the authority that grants it. In its status list, 3 means that it has conditions.',
  },
} as const

type Kind = keyof typeof TYPES

/** The `vct` of a kind. */
export const vctUrl = (origin: string, kind: Kind): string => origin + TYPES[kind].path

/** Every claim that a credential of the kind may have. */
const CLAIMS = {
  degree: [
    ['name'],
    ['sub'],
    ['jti'],
    ['awardedDate'],
    ['degree', 'name'],
    ['degree', 'achievementType'],
    ['degree', 'eqf'],
    ['degree', 'description'],
    ['degree', 'fieldOfStudy'],
    ['degree', 'specialization'],
    ['degree', 'criteria'],
    ['degree', 'results'],
  ],
  licence: [
    ['name'],
    ['sub'],
    ['jti'],
    ['licence', 'name'],
    ['licence', 'profession'],
    ['licence', 'jurisdiction'],
    ['licence', 'scope'],
    ['licence', 'conditions'],
    ['licence', 'regulator'],
    ['licence', 'number'],
    ['licence', 'register'],
    ['licence', 'firstRegistered'],
    ['licence', 'qualifiedIn'],
  ],
} as const satisfies Record<Kind, readonly (readonly string[])[]>

/**
 * The type metadata of a kind. It describes, and entitles nobody to anything.
 *
 * @param open - the claims of that kind that always show
 * @see SD-JWT VC (draft -19) §6
 */
export const typeMetadata = (origin: string, kind: Kind, open: readonly string[]): JsonObject => ({
  vct: vctUrl(origin, kind),
  name: TYPES[kind].name,
  description: TYPES[kind].description,
  display: [{ locale: 'en', name: TYPES[kind].name, description: TYPES[kind].description }],
  claims: CLAIMS[kind].map((path) => ({
    path,
    sd: open.includes(path.join('.')) ? 'never' : 'always',
  })),
})
