// The headings and labels of the verdict panel in Portuguese. Pure.
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import type { PanelWords } from './wording.ts'

export const PANEL_PT = {
  kinds: {
    degree: 'Diploma',
    licence: 'Licença profissional',
    transcript: 'Histórico de notas',
    'licence-extension': 'Prorrogação de licença',
    'good-standing': 'Certificado de idoneidade profissional',
    'language-proficiency': 'Proficiência linguística',
    'bridging-module': 'Módulo de adaptação',
    'competency-assessment': 'Avaliação de competências',
    'equivalence-decision': 'Decisão de equivalência',
    'exam-result': 'Resultado de exame',
    presentation: 'Apresentação de credenciais',
    other: 'Credencial',
  },
  unreadable:
    'Isto não pôde ser lido como uma credencial assinada, por isso não prova nada, nem a favor nem contra ninguém. Uma digitalização, uma imagem ou um PDF não é uma credencial: peça o documento ou o texto assinado. Se copiou um texto, copie-o por inteiro.',
  unproven:
    'Nada do que se segue está provado. É apenas o que o texto diz de si próprio, e qualquer pessoa o pode ter escrito.',
  subject: 'Emitida a',
  issuer: 'Emitida por',
  issuerSelfNamed: (where, self) => `${where}; diz chamar-se “${name(self)}”`,
  issuerWithoutDomain: 'sem site próprio',
  validFrom: 'Válida desde',
  validUntil: 'Válida até',
  noEnd: 'Sem data de fim',
  licenceNumber: 'Número da licença',
  profession: 'Profissão',
  jurisdiction: 'Território de validade',
  scope: 'Âmbito',
  scopes: {
    full: 'Exercício pleno',
    provisional: 'Apenas exercício provisório',
    supervised: 'Apenas sob supervisão',
  },
  conditions: 'Condições',
  fieldOfStudy: 'Área de estudo',
  results: 'Resultados',
  alignments: 'Corresponde a',
  awarded: 'Concedido em',
  checks: 'O que foi verificado',
  becauseOf: (checkName) =>
    `Não se chegou às perguntas marcadas “Por examinar”. O que nos deteve: ${checkName}.`,
  chain: 'Quem responde pelo emissor',
  chainLink: (accreditor, subject) => `${name(accreditor)} reconhece ${name(subject)}`,
  chainLinkUntil: (until) => `até ${until}`,
  doubtedAwards: (from, until) =>
    `Títulos em causa: os atribuídos a partir de ${from} e antes de ${until}.`,
  issuerClosed: (issuer, date, keeper) =>
    keeper === undefined
      ? `${name(issuer)} encerrou em ${date}.`
      : `${name(issuer)} encerrou em ${date}; os seus registos são guardados por ${name(keeper)}.`,
  statusLists: 'Listas de credenciais retiradas',
  statusListRead: (host, at) => `${host}, lida em ${at}`,
  checkedAt: (at) => `Verificação feita em ${at}`,
  personOfPage: 'É sobre a pessoa desta página?',
  expectedName: 'É sobre a pessoa esperada?',
  contained: 'Credenciais contidas',
  statusEntries: 'O que dizem as listas do emissor',
  statusPurposes: {
    revocation: 'Revogada?',
    suspension: 'Suspensa?',
    refresh: 'Substituída por uma versão mais recente?',
    message: 'Alguma mensagem?',
  },
  otherStatusPurpose: 'Uma pergunta de um tipo que não conhecemos',
  statusMessages: 'Mensagens do emissor',
  presentedBy: 'Apresentada por',
  notStated: 'não indicado',
} as const satisfies PanelWords
