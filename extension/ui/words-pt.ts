// Popup, side panel, options page and toolbar in Portuguese. Data only.
import { countOf } from './count-of.ts'
import type { SurfaceWords } from './surface-words.ts'

const credentials = countOf('pt', { one: '# credencial', other: '# credenciais' })
const found = countOf('pt', {
  one: '# credencial encontrada nesta página.',
  other: '# credenciais encontradas nesta página.',
})

export const pt: SurfaceWords = {
  badge: {
    nothing: 'Licet: nenhuma credencial encontrada nesta página',
    found: (count, parts) =>
      `Licet: ${credentials(count)} nesta página. ${parts.join(', ')}`.trim(),
    otherPerson: (count) => `${count} × não é a pessoa ali nomeada`,
  },
  popup: {
    title: 'Licet',
    always: (site) => `As páginas de ${site} são sempre examinadas.`,
    once: (site) => `As páginas de ${site} só são examinadas a seu pedido.`,
    cannot: 'Páginas deste tipo não podem ser examinadas.',
    scan: 'Examinar esta página',
    scanFailed: 'O navegador não permite que extensões leiam esta página.',
    alwaysCheck: 'Examinar sempre este site',
    stopChecking: 'Deixar de examinar este site',
    fixed: 'Este site vem com a extensão.',
    openPanel: 'Abrir o painel',
    options: 'Opções',
    found,
    nothing: 'Por enquanto, nenhuma credencial encontrada nesta página.',
  },
  panel: {
    title: 'Credenciais desta página',
    nothing: 'Não foram encontradas credenciais nesta página.',
    hint: 'Se esperava alguma, abra o botão Licet na barra de ferramentas e escolha “Examinar esta página”.',
    checking: 'Verificação em curso…',
    failed:
      'O próprio Licet falhou ao verificar esta credencial. Nada se sabe sobre ela. Recarregue a página para tentar novamente.',
    count: credentials,
    inFrame: 'Numa parte da página que vem de outro site',
    notices: {
      marks_removed:
        'Esta página remove repetidamente as nossas marcas, por isso já não são mostradas. O que está listado aqui continua correto.',
      too_many:
        'Esta página contém mais credenciais do que as verificadas de uma só vez. Algumas não constam aqui.',
      too_large:
        'Esta página contém mais texto do que o percorrido. Algumas credenciais podem não constar aqui.',
    },
    workerSilent: (host) =>
      `${host} não respondeu, por isso algumas verificações não puderam ser feitas. Tente novamente quando tiver internet.`,
  },
  options: {
    title: 'Opções do Licet',
    intro:
      'O Licet apoia-se num único diretório de confiança: uma lista, assinada todos os dias, das organizações reconhecidas para emitir diplomas e licenças profissionais.',
    inUse: 'Diretório em uso',
    address: 'Endereço',
    fingerprint: 'Impressão digital da chave',
    builtIn: 'Incluído nesta extensão.',
    chosen: 'Escolha sua.',
    sequence: 'Edição da lista',
    validUntil: 'Válida até',
    anchors: 'Organizações em que confia',
    noList: {
      'issuer_trust.registry_unreachable': 'O diretório não respondeu.',
      'issuer_trust.registry_unverified':
        'A lista não está assinada com a chave deste diretório. Não é usada.',
      'issuer_trust.registry_expired': 'A lista está desatualizada. Não é usada.',
      'issuer_trust.registry_rolled_back': 'A lista é anterior a outra já vista. Não é usada.',
    },
    change: 'Usar outro diretório',
    pinLabel: 'Endereço com impressão digital',
    pinHelp:
      'Consta da página do próprio diretório. Obtenha-o de alguém de confiança, não de uma página que lhe tenham enviado.',
    connect: 'Usar este diretório',
    connecting: 'Consulta ao diretório em curso…',
    connected: 'Este diretório está agora em uso.',
    failures: {
      pin_malformed:
        'Isto não é um endereço com impressão digital. Tem a forma https://registry.example#… com 43 letras e algarismos no fim.',
      not_allowed: 'Sem a sua permissão, a extensão não pode consultar este endereço.',
      unreachable: 'Este endereço não respondeu como um diretório responde.',
      key_mismatch:
        'O diretório neste endereço tem uma chave diferente da que foi colada. Não o use.',
      list_refused: 'A lista do diretório não pôde ser verificada, por isso nada foi alterado.',
    },
    reset: 'Voltar ao diretório incluído',
    resetQuestion: 'Voltar mesmo ao diretório que veio com a extensão?',
    resetYes: 'Sim, voltar',
    resetNo: 'Não, manter este',
  },
}
