// Popup, side panel, options page and toolbar in French. Data only.
import { countOf } from './count-of.ts'
import type { SurfaceWords } from './surface-words.ts'

const credentials = countOf('fr', { one: '# justificatif', other: '# justificatifs' })
const found = countOf('fr', {
  one: '# justificatif trouvé sur cette page.',
  other: '# justificatifs trouvés sur cette page.',
})

export const fr: SurfaceWords = {
  badge: {
    nothing: 'Licet : aucun justificatif trouvé sur cette page',
    found: (count, parts) =>
      `Licet : ${credentials(count)} sur cette page. ${parts.join(', ')}`.trim(),
    otherPerson: (count) => `${count} × pas la personne nommée à cet endroit`,
  },
  popup: {
    title: 'Licet',
    always: (site) => `Les pages de ${site} sont toujours examinées.`,
    once: (site) => `Les pages de ${site} ne sont examinées qu’à votre demande.`,
    cannot: 'Les pages de ce type ne peuvent pas être examinées.',
    scan: 'Examiner cette page',
    scanFailed: 'Le navigateur ne laisse pas les extensions lire cette page.',
    alwaysCheck: 'Toujours examiner ce site',
    stopChecking: 'Ne plus examiner ce site',
    fixed: 'Ce site est fourni avec l’extension.',
    openPanel: 'Ouvrir le panneau',
    options: 'Réglages',
    found,
    nothing: 'Aucun justificatif trouvé sur cette page pour l’instant.',
  },
  panel: {
    title: 'Justificatifs de cette page',
    nothing: 'Aucun justificatif n’a été trouvé sur cette page.',
    hint: 'Si vous en attendiez un, ouvrez le bouton Licet de la barre d’outils et choisissez « Examiner cette page ».',
    checking: 'Vérification en cours…',
    failed:
      'Licet lui-même a échoué en vérifiant ce justificatif. On n’en sait rien. Rechargez la page pour réessayer.',
    count: credentials,
    inFrame: 'Dans une partie de la page qui vient d’ailleurs',
    notices: {
      marks_removed:
        'Cette page supprime sans cesse nos marques ; nous avons donc cessé de les dessiner. Ce qui est indiqué ici reste exact.',
      too_many:
        'Cette page contient plus de justificatifs qu’il n’en est vérifié à la fois. Certains ne figurent pas ici.',
      too_large:
        'Cette page contient plus de texte qu’il n’en est parcouru. Certains justificatifs peuvent ne pas figurer ici.',
    },
    workerSilent: (host) =>
      `${host} n’a pas répondu ; certaines vérifications n’ont donc pas pu être faites. Réessayez quand vous serez en ligne.`,
  },
  options: {
    title: 'Réglages de Licet',
    intro:
      'Licet s’appuie sur un seul registre : une liste, signée chaque jour, des organismes reconnus pour délivrer des diplômes et des autorisations d’exercice.',
    inUse: 'Registre utilisé',
    address: 'Adresse',
    fingerprint: 'Empreinte de la clé',
    builtIn: 'Intégré à cette extension.',
    chosen: 'Choisi par vous.',
    sequence: 'Édition de la liste',
    validUntil: 'Valable jusqu’au',
    anchors: 'Organismes auxquels vous vous fiez',
    noList: {
      'issuer_trust.registry_unreachable': 'Le registre n’a pas répondu.',
      'issuer_trust.registry_unverified':
        'La liste n’est pas signée par la clé de ce registre. Elle n’est pas utilisée.',
      'issuer_trust.registry_expired': 'La liste est périmée. Elle n’est pas utilisée.',
      'issuer_trust.registry_rolled_back':
        'La liste est plus ancienne qu’une liste déjà vue. Elle n’est pas utilisée.',
    },
    change: 'Utiliser un autre registre',
    pinLabel: 'Adresse avec empreinte',
    pinHelp:
      'Indiquée sur la page du registre lui-même. Obtenez-la d’une personne de confiance, non d’une page web qu’on vous a envoyée.',
    connect: 'Utiliser ce registre',
    connecting: 'Interrogation du registre…',
    connected: 'Ce registre est maintenant utilisé.',
    failures: {
      pin_malformed:
        'Ce n’est pas une adresse avec empreinte. Elle ressemble à https://registry.example#… suivi de 43 lettres et chiffres.',
      not_allowed: 'Sans votre autorisation, l’extension ne peut pas interroger cette adresse.',
      unreachable: 'Cette adresse n’a pas répondu comme le fait un registre.',
      key_mismatch:
        'Le registre à cette adresse a une autre clé que celle que vous avez collée. Ne l’utilisez pas.',
      list_refused: 'La liste du registre n’a pas pu être vérifiée ; rien n’a donc été changé.',
    },
    reset: 'Revenir au registre intégré',
    resetQuestion: 'Revenir vraiment au registre fourni avec l’extension ?',
    resetYes: 'Oui, y revenir',
    resetNo: 'Non, garder celui-ci',
  },
}
