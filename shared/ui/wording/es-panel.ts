// The headings and labels of the verdict panel in Spanish. Pure.
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import type { PanelWords } from './wording.ts'

export const PANEL_ES = {
  kinds: {
    degree: 'Título académico',
    licence: 'Habilitación profesional',
    transcript: 'Expediente académico',
    'licence-extension': 'Prórroga de habilitación',
    'good-standing': 'Certificado de buena conducta profesional',
    'language-proficiency': 'Competencia lingüística',
    'bridging-module': 'Módulo de adaptación',
    'competency-assessment': 'Evaluación de competencias',
    'equivalence-decision': 'Resolución de equivalencia',
    'exam-result': 'Resultado de examen',
    presentation: 'Presentación de credenciales',
    other: 'Credencial',
  },
  unreadable:
    'Esto no se pudo leer como una credencial firmada, así que no prueba nada, ni a favor ni en contra de nadie. Un escaneo, una imagen o un PDF no es una credencial: pida el archivo o el texto firmado. Si copió un texto, cópielo entero.',
  unproven:
    'Nada de lo que sigue está probado. Es solo lo que el texto dice de sí mismo, y cualquiera pudo haberlo escrito.',
  subject: 'Expedida a',
  issuer: 'Expedida por',
  issuerSelfNamed: (where, self) => `${where}; se hace llamar «${name(self)}»`,
  issuerWithoutDomain: 'sin sitio web propio',
  validFrom: 'Válida desde',
  validUntil: 'Válida hasta',
  noEnd: 'Sin fecha de fin',
  licenceNumber: 'Número de licencia',
  profession: 'Profesión',
  jurisdiction: 'Territorio de validez',
  scope: 'Alcance',
  scopes: {
    full: 'Ejercicio pleno',
    provisional: 'Solo ejercicio provisional',
    supervised: 'Solo bajo supervisión',
  },
  conditions: 'Condiciones',
  fieldOfStudy: 'Campo de estudio',
  results: 'Resultados',
  alignments: 'Corresponde a',
  awarded: 'Otorgado el',
  checks: 'Qué se comprobó',
  becauseOf: (checkName) =>
    `A las preguntas marcadas «Sin examinar» no se llegó. Lo que nos detuvo: ${checkName}.`,
  chain: 'Quién responde por el emisor',
  chainLink: (accreditor, subject) => `${name(accreditor)} reconoce a ${name(subject)}`,
  chainLinkUntil: (until) => `hasta el ${until}`,
  doubtedAwards: (from, until) =>
    `Títulos en duda: los concedidos desde el ${from} y antes del ${until}.`,
  issuerClosed: (issuer, date, keeper) =>
    keeper === undefined
      ? `${name(issuer)} cerró el ${date}.`
      : `${name(issuer)} cerró el ${date}; sus registros los conserva ${name(keeper)}.`,
  statusLists: 'Listas de credenciales retiradas',
  statusListRead: (host, at) => `${host}, leída el ${at}`,
  checkedAt: (at) => `Comprobación hecha el ${at}`,
  personOfPage: '¿Trata de la persona de esta página?',
  expectedName: '¿Trata de la persona que usted esperaba?',
  contained: 'Credenciales que contiene',
  statusEntries: 'Qué dicen las listas del emisor',
  statusPurposes: {
    revocation: '¿Revocada?',
    suspension: '¿Suspendida?',
    refresh: '¿Sustituida por una versión más reciente?',
    message: '¿Algún mensaje?',
  },
  otherStatusPurpose: 'Una pregunta de un tipo que no conocemos',
  statusMessages: 'Mensajes del emisor',
  presentedBy: 'Presentada por',
  notStated: 'no consta',
} as const satisfies PanelWords
