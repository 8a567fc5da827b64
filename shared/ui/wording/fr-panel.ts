// The headings and labels of the verdict panel in French. Pure.
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import type { PanelWords } from './wording.ts'

export const PANEL_FR = {
  kinds: {
    degree: 'Diplôme',
    licence: 'Autorisation d’exercice',
    transcript: 'Relevé de notes',
    'licence-extension': 'Prolongation d’autorisation',
    'good-standing': 'Attestation d’honorabilité professionnelle',
    'language-proficiency': 'Compétence linguistique',
    'bridging-module': 'Module passerelle',
    'competency-assessment': 'Évaluation des compétences',
    'equivalence-decision': 'Décision d’équivalence',
    'exam-result': 'Résultat d’examen',
    presentation: 'Présentation de justificatifs',
    other: 'Justificatif',
  },
  unreadable:
    'Ceci n’a pas pu être lu comme un justificatif signé : cela ne prouve donc rien, ni pour ni contre qui que ce soit. Un scan, une image ou un PDF n’est pas un justificatif : demandez le fichier ou le texte signé. Si vous avez copié un texte, copiez-le en entier.',
  unproven:
    'Rien de ce qui suit n’est prouvé. C’est seulement ce que le texte dit de lui-même, et n’importe qui a pu l’écrire.',
  subject: 'Délivré à',
  issuer: 'Délivré par',
  issuerSelfNamed: (where, self) => `${where} ; se nomme « ${name(self)} »`,
  issuerWithoutDomain: 'sans site web propre',
  validFrom: 'Valable à partir du',
  validUntil: 'Valable jusqu’au',
  noEnd: 'Sans date de fin',
  licenceNumber: 'Numéro d’autorisation',
  profession: 'Profession',
  jurisdiction: 'Territoire de validité',
  scope: 'Étendue',
  scopes: {
    full: 'Plein exercice',
    provisional: 'Exercice provisoire uniquement',
    supervised: 'Uniquement sous supervision',
  },
  conditions: 'Conditions',
  fieldOfStudy: 'Domaine d’études',
  results: 'Résultats',
  alignments: 'Correspond à',
  awarded: 'Obtenu le',
  checks: 'Ce qui a été vérifié',
  becauseOf: (checkName) =>
    `Les questions marquées « Pas examiné » n’ont pas été atteintes. Ce qui nous a arrêtés : ${checkName}.`,
  chain: 'Qui se porte garant de l’émetteur',
  chainLink: (accreditor, subject) => `${name(accreditor)} reconnaît ${name(subject)}`,
  chainLinkUntil: (until) => `jusqu’au ${until}`,
  doubtedAwards: (from, until) =>
    `Titres en cause : ceux délivrés à partir du ${from} et avant le ${until}.`,
  issuerClosed: (issuer, date, keeper) =>
    keeper === undefined
      ? `${name(issuer)} a fermé le ${date}.`
      : `${name(issuer)} a fermé le ${date} ; ses archives sont conservées par ${name(keeper)}.`,
  statusLists: 'Listes de justificatifs retirés',
  statusListRead: (host, at) => `${host}, lue le ${at}`,
  checkedAt: (at) => `Vérification faite le ${at}`,
  personOfPage: 'Concerne-t-il la personne de cette page ?',
  expectedName: 'Concerne-t-il la personne que vous attendiez ?',
  contained: 'Justificatifs contenus',
  statusEntries: 'Ce que disent les listes de l’émetteur',
  statusPurposes: {
    revocation: 'Révoqué ?',
    suspension: 'Suspendu ?',
    refresh: 'Remplacé par une version plus récente ?',
    message: 'Un message ?',
  },
  otherStatusPurpose: 'Une question d’un type que nous ne connaissons pas',
  statusMessages: 'Messages de l’émetteur',
  presentedBy: 'Présenté par',
  notStated: 'non indiqué',
} as const satisfies PanelWords
