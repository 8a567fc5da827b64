// The messages between content script, background and our own surfaces. Types only.

/** The kind of place on a page where a credential was found. */
export type SourceName = 'text' | 'link' | 'script' | 'image'

/** Why a page's marks are not to be relied on. */
export type PageNotice = 'marks_removed' | 'too_many' | 'too_large'

/** A name that a page puts beside a credential. The page may say anything. */
export interface PersonClaim {
  readonly name: string
  readonly from: 'json_ld' | 'heading'
}

export type FromPage =
  | { readonly kind: 'hello'; readonly tag: string }
  | {
      readonly kind: 'candidate'
      readonly id: number
      /** The credential; of an image the whole file, as base64. */
      readonly text: string
      readonly source: SourceName
      readonly person: PersonClaim | null
    }
  | { readonly kind: 'gone'; readonly ids: readonly number[] }
  | { readonly kind: 'notice'; readonly notice: PageNotice }
  | { readonly kind: 'open_panel'; readonly id: number }

export type FromOwnSurface =
  | { readonly kind: 'scan'; readonly tabId: number }
  | { readonly kind: 'refresh'; readonly tabId: number }

/** Asked of a content script, to learn whether its document still exists. */
export interface PresenceQuestion {
  readonly kind: 'present'
}

export type Glyph =
  | 'checking'
  | 'verified'
  | 'conditions'
  | 'other_person'
  | 'unrecognized_issuer'
  | 'inconclusive'
  | 'not_in_force'
  | 'rejected'

export type Tone = 'good' | 'foreign' | 'neutral' | 'caution' | 'bad'

/** All that a content script is told about a credential: how its mark looks and what it is called. */
export interface MarkLook {
  readonly glyph: Glyph
  readonly tone: Tone
  readonly label: string
  /** The language of the label, often another one than the page's. */
  readonly lang: string
}

/** The answer to `hello`: how marks look before and without an answer. */
export interface Welcome {
  readonly checking: MarkLook
  readonly unanswered: MarkLook
}
