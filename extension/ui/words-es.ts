// Popup, side panel, options page and toolbar in Spanish. Data only.
import { countOf } from './count-of.ts'
import type { SurfaceWords } from './surface-words.ts'

const credentials = countOf('es', { one: '# credencial', other: '# credenciales' })
const found = countOf('es', {
  one: 'Se encontró # credencial en esta página.',
  other: 'Se encontraron # credenciales en esta página.',
})

export const es: SurfaceWords = {
  badge: {
    nothing: 'Licet: no se encontraron credenciales en esta página',
    found: (count, parts) =>
      `Licet: ${credentials(count)} en esta página. ${parts.join(', ')}`.trim(),
    otherPerson: (count) => `${count} × no es la persona nombrada allí`,
  },
  popup: {
    title: 'Licet',
    always: (site) => `Las páginas de ${site} se examinan siempre.`,
    once: (site) => `Las páginas de ${site} se examinan solo cuando usted lo pide.`,
    cannot: 'Las páginas de este tipo no se pueden examinar.',
    scan: 'Examinar esta página',
    scanFailed: 'El navegador no permite que las extensiones lean esta página.',
    alwaysCheck: 'Examinar siempre este sitio',
    stopChecking: 'Dejar de examinar este sitio',
    fixed: 'Este sitio viene con la extensión.',
    openPanel: 'Abrir el panel',
    options: 'Opciones',
    found,
    nothing: 'Por ahora no se encontraron credenciales en esta página.',
  },
  panel: {
    title: 'Credenciales de esta página',
    nothing: 'No se encontraron credenciales en esta página.',
    hint: 'Si esperaba alguna, abra el botón de Licet en la barra de herramientas y elija «Examinar esta página».',
    checking: 'Comprobando…',
    failed:
      'El propio Licet falló al comprobar esta credencial. No se sabe nada de ella. Recargue la página para intentarlo de nuevo.',
    count: credentials,
    inFrame: 'En una parte de la página que viene de otro sitio',
    notices: {
      marks_removed:
        'Esta página elimina una y otra vez nuestras marcas, así que dejamos de dibujarlas. Lo que se indica aquí sigue siendo correcto.',
      too_many:
        'Esta página contiene más credenciales de las que se comprueban a la vez. Algunas no figuran aquí.',
      too_large:
        'Esta página contiene más texto del que se recorre. Puede que algunas credenciales no figuren aquí.',
    },
    workerSilent: (host) =>
      `${host} no respondió, así que algunas comprobaciones no se pudieron hacer. Inténtelo de nuevo cuando tenga conexión.`,
  },
  options: {
    title: 'Opciones de Licet',
    intro:
      'Licet se apoya en un solo registro: una lista, firmada a diario, de organismos reconocidos para expedir títulos y habilitaciones profesionales.',
    inUse: 'Registro en uso',
    address: 'Dirección',
    fingerprint: 'Huella de la clave',
    builtIn: 'Incluido en esta extensión.',
    chosen: 'Elegido por usted.',
    sequence: 'Edición de la lista',
    validUntil: 'Válida hasta',
    anchors: 'Organismos en los que usted confía',
    noList: {
      'issuer_trust.registry_unreachable': 'El registro no respondió.',
      'issuer_trust.registry_unverified':
        'La lista no está firmada con la clave de este registro. No se usa.',
      'issuer_trust.registry_expired': 'La lista no está al día. No se usa.',
      'issuer_trust.registry_rolled_back': 'La lista es anterior a otra ya vista. No se usa.',
    },
    change: 'Usar otro registro',
    pinLabel: 'Dirección con huella',
    pinHelp:
      'Se muestra en la página del propio registro. Obténgala de alguien de confianza, no de una página web que le hayan enviado.',
    connect: 'Usar este registro',
    connecting: 'Consultando el registro…',
    connected: 'Este registro está ahora en uso.',
    failures: {
      pin_malformed:
        'Esto no es una dirección con huella. Tiene la forma https://registry.example#… con 43 letras y cifras al final.',
      not_allowed: 'Sin su permiso, la extensión no puede consultar esta dirección.',
      unreachable: 'Esta dirección no respondió como lo hace un registro.',
      key_mismatch:
        'El registro de esta dirección tiene una clave distinta de la que usted pegó. No lo use.',
      list_refused: 'La lista del registro no se pudo verificar, así que no se cambió nada.',
    },
    reset: 'Volver al registro incluido',
    resetQuestion: '¿Volver de verdad al registro que vino con la extensión?',
    resetYes: 'Sí, volver',
    resetNo: 'No, conservarlo',
  },
}
