// Popup, side panel, options page and toolbar in English. Data only.
import { countOf } from './count-of.ts'
import type { SurfaceWords } from './surface-words.ts'

const credentials = countOf('en', { one: '# credential', other: '# credentials' })

export const en: SurfaceWords = {
  badge: {
    nothing: 'Licet: no credentials found on this page',
    found: (count, parts) =>
      `Licet: ${credentials(count)} on this page. ${parts.join(', ')}`.trim(),
    otherPerson: (count) => `${count} × not the person named there`,
  },
  popup: {
    title: 'Licet',
    always: (site) => `Pages of ${site} are always checked.`,
    once: (site) => `Pages of ${site} are checked only when you ask.`,
    cannot: 'Pages of this kind cannot be checked.',
    scan: 'Scan this page',
    scanFailed: 'The browser does not let extensions read this page.',
    alwaysCheck: 'Always check this site',
    stopChecking: 'Stop checking this site',
    fixed: 'This site came with the extension.',
    openPanel: 'Open panel',
    options: 'Options',
    found: (count) => `${credentials(count)} found on this page.`,
    nothing: 'No credentials found on this page so far.',
  },
  panel: {
    title: 'Credentials on this page',
    nothing: 'No credentials were found on this page.',
    hint: 'If you expected one, open the Licet button in the toolbar and choose “Scan this page”.',
    checking: 'Checking …',
    failed:
      'Licet itself failed while checking this credential. Nothing is known about it. Reload the page to try again.',
    count: credentials,
    inFrame: 'In a part of the page that comes from elsewhere',
    notices: {
      marks_removed:
        'This page keeps removing our marks, so we stopped drawing them. What is listed here is still right.',
      too_many:
        'This page holds more credentials than are checked at once. Some are not listed here.',
      too_large:
        'This page holds more text than is searched. Some credentials may not be listed here.',
    },
    workerSilent: (host) =>
      `${host} did not answer, so some checks could not be done. Try again when you are online.`,
  },
  options: {
    title: 'Licet options',
    intro:
      'Licet relies on one registry: a list, signed daily, of organisations that are recognised to issue degrees and licences.',
    inUse: 'Registry in use',
    address: 'Address',
    fingerprint: 'Key fingerprint',
    builtIn: 'Built into this extension.',
    chosen: 'Chosen by you.',
    sequence: 'Edition of the list',
    validUntil: 'Valid until',
    anchors: 'Organisations you rely on',
    noList: {
      'issuer_trust.registry_unreachable': 'The registry did not answer.',
      'issuer_trust.registry_unverified':
        'The list is not signed by this registry’s key. It is not used.',
      'issuer_trust.registry_expired': 'The list is out of date. It is not used.',
      'issuer_trust.registry_rolled_back':
        'The list is older than one already seen. It is not used.',
    },
    change: 'Use another registry',
    pinLabel: 'Address with fingerprint',
    pinHelp:
      'Shown on the registry’s own page. Take it from somebody you trust, not from a web page you were sent.',
    connect: 'Use this registry',
    connecting: 'Asking the registry …',
    connected: 'This registry is in use now.',
    failures: {
      pin_malformed:
        'This is not an address with a fingerprint. It looks like https://registry.example#… with 43 letters and digits at the end.',
      not_allowed: 'Without your permission the extension cannot ask this address.',
      unreachable: 'This address did not answer as a registry does.',
      key_mismatch:
        'The registry at this address has another key than the one you pasted. Do not use it.',
      list_refused: 'The registry’s list could not be verified, so nothing was changed.',
    },
    reset: 'Go back to the built-in registry',
    resetQuestion: 'Really go back to the registry that came with the extension?',
    resetYes: 'Yes, go back',
    resetNo: 'No, keep it',
  },
}
