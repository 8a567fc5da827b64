// DID documents and status lists: our own from storage, others by a bounded fetch through a cache.

import type { LookUp, LookUpFailure } from '../deps.ts'
import { parseJsonObject } from '../encoding/json.ts'
import { type BoundedFetch, type Expected, fetchBounded } from '../http/fetch-bounded.ts'
import { isDidDocumentOf } from '../keys/did-document.ts'
import { didWebUrl } from '../keys/did-web.ts'
import { DID_CONFIGURATION_PATH } from '../keys/domain-linkage-terms.ts'
import { isKeyDocument } from '../keys/key-document.ts'
import {
  DID_DOCUMENT_MAX_BYTES,
  DID_DOCUMENT_TTL_SECONDS,
  STATUS_LIST_TTL_SECONDS,
} from '../limits.ts'
import { err, ok, type Result } from '../result.ts'
import { statedTtl } from '../status/stated-list.ts'
import type { DocumentCache, FreshText } from './document-cache.ts'
import { secondsLeft } from './seconds-left.ts'
import { historyUrl, STATUS_LISTS } from './status-list-request.ts'

/** A DID document with what is left of its life. */
export interface FreshDocument {
  readonly document: unknown
  readonly maxAgeSeconds: number
}

export interface LookUps extends LookUp {
  /** As `keyDocument`, with the lifetime that a relay passes on. */
  readonly freshKeyDocument: (url: string) => Promise<Result<FreshDocument, LookUpFailure>>
  /** As `didDocument`, with the lifetime that a relay passes on. */
  readonly freshDidDocument: (did: string) => Promise<Result<FreshDocument, LookUpFailure>>
  /** As `didDocument`, asked for anew whatever is kept: for who registers what was just put there. */
  readonly currentDidDocument: LookUp['didDocument']
  /** The file by which an origin names its DIDs, parsed; never kept. */
  readonly didConfiguration: (origin: string) => Promise<Result<unknown, LookUpFailure>>
  /** As `statusList`, with the lifetime that a relay passes on. */
  readonly freshStatusList: (
    url: string,
    question: ListQuestion,
  ) => Promise<Result<FreshText, LookUpFailure>>
}

type ListQuestion = Parameters<LookUp['statusList']>[1]

/** What this deployment publishes itself and never fetches; undefined for what is not its own. */
export interface OwnDocuments {
  readonly didDocument: (did: string) => Promise<Result<FreshDocument, LookUpFailure>> | undefined
  readonly statusList: (
    url: string,
    question: ListQuestion,
  ) => Promise<Result<FreshText, LookUpFailure>> | undefined
  /** Whether an address is this deployment's; keys are published here in DID documents only. */
  readonly isOurs: (url: string) => boolean
}

const DID_DOCUMENT: Expected = {
  accept: 'application/did+json, application/did+ld+json, application/json',
  contentTypes: [
    'application/did+json',
    'application/did+ld+json',
    'application/did',
    'application/json',
    'application/ld+json',
  ],
  maxBytes: DID_DOCUMENT_MAX_BYTES,
}

const DID_CONFIGURATION: Expected = {
  accept: 'application/json',
  contentTypes: ['application/json', 'application/ld+json', 'application/did+json'],
  maxBytes: DID_DOCUMENT_MAX_BYTES,
}

const KEY_DOCUMENT: Expected = {
  accept: 'application/json, application/jwk-set+json, application/jwk+json',
  contentTypes: ['application/json', 'application/jwk-set+json', 'application/jwk+json'],
  maxBytes: DID_DOCUMENT_MAX_BYTES,
}

export function createLookUps(
  own: OwnDocuments,
  bounds: BoundedFetch,
  cache: DocumentCache,
): LookUps {
  const freshStatusList: LookUps['freshStatusList'] = async (url, question) => {
    if (!URL.canParse(url)) return err('malformed')
    const { kind, atSeconds } = question
    const asked = atSeconds === undefined ? new URL(url) : historyUrl(url, kind, atSeconds)
    return (
      own.statusList(url, question) ??
      cache.read(`${kind}-list`, asked.href, async () => {
        const fetched = await fetchBounded(asked, STATUS_LISTS[kind], bounds)
        if (!fetched.ok) return fetched
        const text = fetched.value.text.trim()
        const ttlSeconds = await statedTtl(text, kind)
        const mostSeconds = Math.min(ttlSeconds ?? STATUS_LIST_TTL_SECONDS, STATUS_LIST_TTL_SECONDS)
        return ok({ text, ttlSeconds: secondsLeft(fetched.value, mostSeconds) })
      })
    )
  }
  const askForDidDocument = async (
    did: string,
    ask: DocumentCache['read'],
  ): Promise<Result<FreshDocument, LookUpFailure>> => {
    const ours = own.didDocument(did)
    if (ours) return ours
    const url = didWebUrl(did, bounds.developmentHosts)
    if (!url) return err('malformed')
    const fetched = await ask('did-document', url.href, async () => {
      const answer = await fetchBounded(url, DID_DOCUMENT, bounds)
      return answer.ok
        ? ok({ text: answer.value.text, ttlSeconds: DID_DOCUMENT_TTL_SECONDS })
        : answer
    })
    if (!fetched.ok) return fetched
    const { text, maxAgeSeconds } = fetched.value
    const document = parseJsonObject(text)
    return isDidDocumentOf(document, did) ? ok({ document, maxAgeSeconds }) : err('malformed')
  }
  const freshDidDocument = (did: string) => askForDidDocument(did, cache.read)
  const freshKeyDocument = async (url: string): Promise<Result<FreshDocument, LookUpFailure>> => {
    if (!URL.canParse(url)) return err('malformed')
    if (own.isOurs(url)) return err('unreachable')
    const fetched = await cache.read('key-document', url, async () => {
      const answer = await fetchBounded(new URL(url), KEY_DOCUMENT, bounds)
      return answer.ok
        ? ok({ text: answer.value.text, ttlSeconds: DID_DOCUMENT_TTL_SECONDS })
        : answer
    })
    if (!fetched.ok) return fetched
    const { text, maxAgeSeconds } = fetched.value
    const document = parseJsonObject(text)
    return isKeyDocument(document) ? ok({ document, maxAgeSeconds }) : err('malformed')
  }
  return {
    freshStatusList,
    freshDidDocument,
    freshKeyDocument,
    statusList: freshStatusList,
    keyDocument: async (url) => {
      const fresh = await freshKeyDocument(url)
      return fresh.ok ? ok(fresh.value.document) : fresh
    },
    didDocument: async (did) => {
      const fresh = await freshDidDocument(did)
      return fresh.ok ? ok(fresh.value.document) : fresh
    },
    didConfiguration: async (origin) => {
      const url = new URL(DID_CONFIGURATION_PATH, origin)
      if (own.isOurs(url.href)) return err('unreachable')
      const fetched = await fetchBounded(url, DID_CONFIGURATION, bounds)
      if (!fetched.ok) return fetched
      const configuration = parseJsonObject(fetched.value.text)
      return configuration ? ok(configuration) : err('malformed')
    },
    currentDidDocument: async (did) => {
      const current = await askForDidDocument(did, cache.renew)
      return current.ok ? ok(current.value.document) : current
    },
  }
}
