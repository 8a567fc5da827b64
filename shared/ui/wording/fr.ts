// French. Every sentence is meant for somebody who reads applications, not for somebody who writes software. Pure.
import { DATES_FR } from './fr-dates.ts'
import { PANEL_FR } from './fr-panel.ts'
import { PROFESSIONS_FR } from './fr-professions.ts'
import { REASONS_FR } from './fr-reasons.ts'
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import type { Wording } from './wording.ts'

export const fr = {
  locale: 'fr',
  direction: 'ltr',
  verdicts: {
    verified: {
      word: 'Vérifié',
      meaning: 'Authentique, en vigueur, et délivré par un organisme reconnu pour le faire.',
    },
    unrecognized_issuer: {
      word: 'Émetteur non reconnu',
      meaning:
        'La signature est authentique, mais aucun organisme auquel vous vous fiez ne se porte garant de cet émetteur en la matière. N’importe qui peut signer un document.',
    },
    inconclusive: {
      word: 'N’a pas pu être vérifié',
      meaning:
        'Un point n’a pas pu être établi. Ce n’est ni bon ni mauvais signe ; réessayez plus tard.',
    },
    not_in_force: {
      word: 'Pas en vigueur',
      meaning: 'Authentique, mais pas valable aujourd’hui.',
    },
    rejected: {
      word: 'Rejeté',
      meaning: 'Ne vous y fiez pas. Il a été modifié, ou n’émane pas de l’émetteur qu’il nomme.',
    },
  },
  checks: {
    format: { name: 'Forme', question: 'Est-ce un justificatif bien formé ?' },
    issuer_key: {
      name: 'Clé de l’émetteur',
      question: 'Avons-nous trouvé la clé de signature de l’émetteur lui-même ?',
    },
    signature: {
      name: 'Signature',
      question: 'Est-il inchangé depuis que l’émetteur l’a signé ?',
    },
    disclosures: {
      name: 'Parties montrées',
      question: 'Les parties montrées appartiennent-elles à l’ensemble signé ?',
    },
    holder_binding: {
      name: 'Présenté par',
      question: 'A-t-il été présenté par la personne à qui il a été délivré ?',
    },
    validity_period: { name: 'Dates', question: 'Sommes-nous dans sa période de validité ?' },
    status: { name: 'Non retiré', question: 'L’émetteur le maintient-il ?' },
    issuer_trust: {
      name: 'Qualité de l’émetteur',
      question: 'L’émetteur est-il reconnu pour ce type de justificatif ?',
    },
    transparency: {
      name: 'Registre public',
      question: 'Figure-t-il dans un registre public de justificatifs ?',
    },
  },
  outcomes: {
    pass: 'Oui',
    fail: 'Non',
    unknown: 'Indéterminé',
    not_applicable: 'Sans objet',
    not_run: 'Pas examiné',
  },
  reasons: REASONS_FR,
  notices: {
    licence_conditions:
      'Cette autorisation d’exercice est limitée. Lisez son étendue et ses conditions avant de vous y fier.',
    contained_not_verified:
      'Une partie des justificatifs contenus dans celui-ci n’est pas vérifiée. Examinez chacun d’eux ci-dessous.',
    schema_not_checked:
      'Il indique un modèle qu’il suit. Ce modèle n’a pas pu être comparé ; la signature n’est pas en cause.',
    status_message: 'L’émetteur a joint un message. Lisez-le ci-dessous avant de vous y fier.',
    refresh_available:
      'L’émetteur dispose d’une version plus récente de ce justificatif. Demandez-la.',
    holder_not_proven: 'Personne n’a prouvé ici qu’il est le sien.',
    issuer_closed: 'L’émetteur a fermé. Cela ne dit rien contre ce qu’il a délivré auparavant.',
  },
  professions: PROFESSIONS_FR,
  names: {
    exact: (subject, person) =>
      `Délivré à ${name(subject)}. Cette page concerne ${name(person)} : le même nom.`,
    variant: (subject, person) =>
      `Délivré à ${name(subject)}. Cette page concerne ${name(person)} : le même nom, écrit autrement.`,
    possible: (subject, person) =>
      `Délivré à ${name(subject)}. Cette page concerne ${name(person)}. Les deux noms désignent peut-être la même personne, peut-être pas : comparez vous-même.`,
    different: (subject, person) =>
      `Délivré à ${name(subject)}. Cette page concerne ${name(person)} : ce n’est pas le même nom. Il appartient peut-être à quelqu’un d’autre.`,
  },
  expectedNames: {
    exact: (subject, expected) =>
      `Délivré à ${name(subject)}. Vous attendiez ${name(expected)} : le même nom.`,
    variant: (subject, expected) =>
      `Délivré à ${name(subject)}. Vous attendiez ${name(expected)} : le même nom, écrit autrement.`,
    possible: (subject, expected) =>
      `Délivré à ${name(subject)}. Vous attendiez ${name(expected)}. Les deux noms désignent peut-être la même personne, peut-être pas : comparez aussi autre chose, par exemple une date de naissance ou un numéro.`,
    different: (subject, expected) =>
      `Délivré à ${name(subject)}. Vous attendiez ${name(expected)} : ce n’est pas le même nom. Il appartient peut-être à quelqu’un d’autre, ou le nom a changé : demandez.`,
  },
  mark: {
    label: (verdict, names) => `${verdict} : ${names.map(name).join(', ')}`,
    withConditions: ', avec des conditions',
    otherPerson: ', pas la personne nommée ici',
    notAllContained: ', une partie du contenu n’est pas vérifiée',
    issuerClosed: ', son émetteur a fermé',
    nobody: ', ne nomme personne',
    checking: 'Vérification de ce justificatif en cours',
    unreadable: 'Justificatif illisible',
  },
  panel: PANEL_FR,
  ...DATES_FR,
} as const satisfies Wording
