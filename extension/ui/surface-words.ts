// What a locale must say in popup, side panel, options page and toolbar. Types only.
import type { ReasonCode } from '../../shared/reasons.ts'

/** The words of our own surfaces; the wording of verdicts is shared with the Worker's pages. */
export interface SurfaceWords {
  readonly badge: {
    readonly nothing: string
    readonly found: (count: number, parts: readonly string[]) => string
    readonly otherPerson: (count: number) => string
  }
  readonly popup: {
    readonly title: string
    readonly always: (site: string) => string
    readonly once: (site: string) => string
    readonly cannot: string
    readonly scan: string
    readonly scanFailed: string
    readonly alwaysCheck: string
    readonly stopChecking: string
    readonly fixed: string
    readonly openPanel: string
    readonly options: string
    readonly found: (count: number) => string
    readonly nothing: string
  }
  readonly panel: {
    readonly title: string
    readonly nothing: string
    readonly hint: string
    readonly checking: string
    readonly failed: string
    readonly count: (count: number) => string
    readonly inFrame: string
    readonly notices: Readonly<Record<'marks_removed' | 'too_many' | 'too_large', string>>
    readonly workerSilent: (host: string) => string
  }
  readonly options: {
    readonly title: string
    readonly intro: string
    readonly inUse: string
    readonly address: string
    readonly fingerprint: string
    readonly builtIn: string
    readonly chosen: string
    readonly sequence: string
    readonly validUntil: string
    readonly anchors: string
    /** Why the trust list cannot be used, where that says more here than in a verdict. */
    readonly noList: Readonly<Partial<Record<ReasonCode, string>>>
    readonly change: string
    readonly pinLabel: string
    readonly pinHelp: string
    readonly connect: string
    readonly connecting: string
    readonly connected: string
    readonly failures: Readonly<
      Record<
        'pin_malformed' | 'not_allowed' | 'unreachable' | 'key_mismatch' | 'list_refused',
        string
      >
    >
    readonly reset: string
    readonly resetQuestion: string
    readonly resetYes: string
    readonly resetNo: string
  }
}
