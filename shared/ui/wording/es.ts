// Spanish. Every sentence is meant for somebody who reads applications, not for somebody who writes software. Pure.
import { DATES_ES } from './es-dates.ts'
import { PANEL_ES } from './es-panel.ts'
import { PROFESSIONS_ES } from './es-professions.ts'
import { REASONS_ES } from './es-reasons.ts'
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import type { Wording } from './wording.ts'

export const es = {
  locale: 'es',
  direction: 'ltr',
  verdicts: {
    verified: {
      word: 'Verificada',
      meaning: 'Auténtica, vigente y expedida por un organismo reconocido para ello.',
    },
    unrecognized_issuer: {
      word: 'Emisor no reconocido',
      meaning:
        'La firma es auténtica, pero ningún organismo en el que usted confía responde por este emisor en esta materia. Cualquiera puede firmar un documento.',
    },
    inconclusive: {
      word: 'No se pudo comprobar',
      meaning:
        'Algo no se pudo averiguar. No es una buena ni una mala noticia; inténtelo de nuevo más tarde.',
    },
    not_in_force: {
      word: 'No vigente',
      meaning: 'Auténtica, pero hoy no tiene validez.',
    },
    rejected: {
      word: 'Rechazada',
      meaning: 'No se fíe de ella. Fue alterada, o no la hizo el emisor que nombra.',
    },
  },
  checks: {
    format: { name: 'Forma', question: '¿Es una credencial bien formada?' },
    issuer_key: {
      name: 'Clave del emisor',
      question: '¿Encontramos la clave de firma del propio emisor?',
    },
    signature: { name: 'Firma', question: '¿Sigue igual que cuando el emisor la firmó?' },
    disclosures: {
      name: 'Partes mostradas',
      question: '¿Pertenecen las partes mostradas al conjunto firmado?',
    },
    holder_binding: {
      name: 'Presentada por',
      question: '¿La presentó la persona a quien se expidió?',
    },
    validity_period: { name: 'Fechas', question: '¿Está hoy dentro de sus fechas?' },
    status: { name: 'No retirada', question: '¿La mantiene el emisor?' },
    issuer_trust: {
      name: 'Reconocimiento del emisor',
      question: '¿Está reconocido el emisor para este tipo de credencial?',
    },
    transparency: {
      name: 'Registro público',
      question: '¿Consta en un registro público de credenciales?',
    },
  },
  outcomes: {
    pass: 'Sí',
    fail: 'No',
    unknown: 'Sin determinar',
    not_applicable: 'Sin objeto',
    not_run: 'Sin examinar',
  },
  reasons: REASONS_ES,
  notices: {
    licence_conditions:
      'Esta habilitación es limitada. Lea su alcance y sus condiciones antes de confiar en ella.',
    contained_not_verified:
      'No todas las credenciales que contiene están verificadas. Mire cada una de ellas más abajo.',
    schema_not_checked:
      'Indica un modelo al que se ajusta. Ese modelo no se pudo comparar; la firma no se ve afectada.',
    status_message: 'El emisor adjuntó un mensaje. Léalo más abajo antes de confiar en ella.',
    refresh_available: 'El emisor tiene una versión más reciente de esta credencial. Pídala.',
    holder_not_proven: 'Aquí nadie ha demostrado que sea suya.',
    issuer_closed: 'El emisor ha cerrado. Eso no dice nada en contra de lo que emitió antes.',
  },
  professions: PROFESSIONS_ES,
  names: {
    exact: (subject, person) =>
      `Expedida a ${name(subject)}. Esta página trata de ${name(person)}: el mismo nombre.`,
    variant: (subject, person) =>
      `Expedida a ${name(subject)}. Esta página trata de ${name(person)}: el mismo nombre, escrito de otra forma.`,
    possible: (subject, person) =>
      `Expedida a ${name(subject)}. Esta página trata de ${name(person)}. Los nombres pueden referirse o no a la misma persona: compárelos usted.`,
    different: (subject, person) =>
      `Expedida a ${name(subject)}. Esta página trata de ${name(person)}: no es el mismo nombre. Puede ser de otra persona.`,
  },
  expectedNames: {
    exact: (subject, expected) =>
      `Expedida a ${name(subject)}. Usted esperaba a ${name(expected)}: el mismo nombre.`,
    variant: (subject, expected) =>
      `Expedida a ${name(subject)}. Usted esperaba a ${name(expected)}: el mismo nombre, escrito de otra forma.`,
    possible: (subject, expected) =>
      `Expedida a ${name(subject)}. Usted esperaba a ${name(expected)}. Los nombres pueden referirse o no a la misma persona: compare también otro dato, como la fecha de nacimiento o un número.`,
    different: (subject, expected) =>
      `Expedida a ${name(subject)}. Usted esperaba a ${name(expected)}: no es el mismo nombre. Puede ser de otra persona, o el nombre ha cambiado: pregunte.`,
  },
  mark: {
    label: (verdict, names) => `${verdict}: ${names.map(name).join(', ')}`,
    withConditions: ', con condiciones',
    otherPerson: ', no es la persona nombrada aquí',
    notAllContained: ', no todo lo que contiene está verificado',
    issuerClosed: ', su emisor ha cerrado',
    nobody: ', no nombra a nadie',
    checking: 'Comprobando esta credencial',
    unreadable: 'Credencial ilegible',
  },
  panel: PANEL_ES,
  ...DATES_ES,
} as const satisfies Wording
