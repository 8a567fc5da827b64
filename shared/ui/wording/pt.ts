// Portuguese, in words that Brazil and Portugal share. Every sentence is meant for somebody who reads applications. Pure.
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import { DATES_PT } from './pt-dates.ts'
import { PANEL_PT } from './pt-panel.ts'
import { PROFESSIONS_PT } from './pt-professions.ts'
import { REASONS_PT } from './pt-reasons.ts'
import type { Wording } from './wording.ts'

export const pt = {
  locale: 'pt',
  direction: 'ltr',
  verdicts: {
    verified: {
      word: 'Verificada',
      meaning: 'Autêntica, em vigor e emitida por uma organização reconhecida para isso.',
    },
    unrecognized_issuer: {
      word: 'Emissor não reconhecido',
      meaning:
        'A assinatura é autêntica, mas nenhuma organização em que confia responde por este emissor nesta matéria. Qualquer pessoa pode assinar um documento.',
    },
    inconclusive: {
      word: 'Não foi possível verificar',
      meaning:
        'Algo não pôde ser apurado. Isto não é boa nem má notícia; tente novamente mais tarde.',
    },
    not_in_force: {
      word: 'Fora de vigor',
      meaning: 'Autêntica, mas hoje não tem validade.',
    },
    rejected: {
      word: 'Rejeitada',
      meaning: 'Não confie nela. Foi alterada, ou não foi feita pelo emissor que indica.',
    },
  },
  checks: {
    format: { name: 'Forma', question: 'É uma credencial bem formada?' },
    issuer_key: {
      name: 'Chave do emissor',
      question: 'Foi encontrada a chave de assinatura do próprio emissor?',
    },
    signature: {
      name: 'Assinatura',
      question: 'Continua igual desde que o emissor a assinou?',
    },
    disclosures: {
      name: 'Partes mostradas',
      question: 'As partes mostradas pertencem ao conjunto assinado?',
    },
    holder_binding: {
      name: 'Apresentada por',
      question: 'Foi apresentada pela pessoa a quem foi emitida?',
    },
    validity_period: { name: 'Datas', question: 'A data de hoje está dentro da sua validade?' },
    status: { name: 'Não retirada', question: 'O emissor continua a mantê-la?' },
    issuer_trust: {
      name: 'Reconhecimento do emissor',
      question: 'O emissor é reconhecido para este tipo de credencial?',
    },
    transparency: {
      name: 'Publicidade',
      question: 'Consta de uma lista pública de credenciais?',
    },
  },
  outcomes: {
    pass: 'Sim',
    fail: 'Não',
    unknown: 'Indeterminado',
    not_applicable: 'Sem aplicação',
    not_run: 'Por examinar',
  },
  reasons: REASONS_PT,
  notices: {
    licence_conditions:
      'Esta licença é limitada. Leia o seu âmbito e as suas condições antes de confiar nela.',
    contained_not_verified:
      'Nem todas as credenciais contidas nesta estão verificadas. Veja cada uma delas abaixo.',
    schema_not_checked:
      'Indica um modelo que segue. Esse modelo não pôde ser comparado; a assinatura não é afetada.',
    status_message: 'O emissor anexou uma mensagem. Leia-a abaixo antes de confiar na credencial.',
    refresh_available: 'O emissor tem uma versão mais recente desta credencial. Peça-a.',
    holder_not_proven: 'Aqui ninguém provou que é sua.',
    issuer_closed: 'O emissor encerrou. Isso nada diz contra o que emitiu antes.',
  },
  professions: PROFESSIONS_PT,
  names: {
    exact: (subject, person) =>
      `Emitida a ${name(subject)}. Esta página é sobre ${name(person)}: o mesmo nome.`,
    variant: (subject, person) =>
      `Emitida a ${name(subject)}. Esta página é sobre ${name(person)}: o mesmo nome, escrito de outra forma.`,
    possible: (subject, person) =>
      `Emitida a ${name(subject)}. Esta página é sobre ${name(person)}. Os nomes podem ou não designar a mesma pessoa: compare-os.`,
    different: (subject, person) =>
      `Emitida a ${name(subject)}. Esta página é sobre ${name(person)}: não é o mesmo nome. Pode ser de outra pessoa.`,
  },
  expectedNames: {
    exact: (subject, expected) =>
      `Emitida a ${name(subject)}. O nome esperado era ${name(expected)}: o mesmo nome.`,
    variant: (subject, expected) =>
      `Emitida a ${name(subject)}. O nome esperado era ${name(expected)}: o mesmo nome, escrito de outra forma.`,
    possible: (subject, expected) =>
      `Emitida a ${name(subject)}. O nome esperado era ${name(expected)}. Os nomes podem ou não designar a mesma pessoa: compare também outro dado, como a data de nascimento ou um número.`,
    different: (subject, expected) =>
      `Emitida a ${name(subject)}. O nome esperado era ${name(expected)}: não é o mesmo nome. Pode ser de outra pessoa, ou o nome mudou: pergunte.`,
  },
  mark: {
    label: (verdict, names) => `${verdict}: ${names.map(name).join(', ')}`,
    withConditions: ', com condições',
    otherPerson: ', não é a pessoa nomeada aqui',
    notAllContained: ', nem tudo o que contém está verificado',
    issuerClosed: ', o seu emissor encerrou',
    nobody: ', não nomeia ninguém',
    checking: 'Verificação desta credencial em curso',
    unreadable: 'Credencial ilegível',
  },
  panel: PANEL_PT,
  ...DATES_PT,
} as const satisfies Wording
