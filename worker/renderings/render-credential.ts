// A credential as a sheet to print or as a badge image. Nothing is kept.
import { type VerificationResult, verifyCredential } from '../../shared/index.ts'
import type { Services } from '../services.ts'
import { type CredentialFile, credentialFile } from './credential-file.ts'
import { type Sheet, sheetOf } from './sheet.ts'

export const RENDERED_FORMS = ['pdf', 'png', 'svg'] as const
export type RenderedForm = (typeof RENDERED_FORMS)[number]

interface Rendering {
  readonly mediaType: string
  readonly draw: (
    sheet: Sheet,
    file: CredentialFile,
    services: Services,
  ) => Promise<string | Uint8Array>
}

/** Libraries and pictures are loaded where they are needed: other routes must not wait for them. */
export const RENDERINGS: Readonly<Record<RenderedForm, Rendering>> = {
  pdf: {
    mediaType: 'application/pdf',
    draw: async (sheet, file, { readAsset, settings }) => {
      const { printCredential } = await import('./printed-credential.ts')
      return printCredential({ sheet, file, origin: settings.origin }, readAsset)
    },
  },
  png: {
    mediaType: 'image/png',
    draw: async (_, file, { readAsset }) => {
      const { bakePng } = await import('../../shared/baking/png.ts')
      return bakePng(await readAsset('/assets/badge.png'), file.text)
    },
  },
  svg: {
    mediaType: 'image/svg+xml',
    draw: async (sheet, file) => {
      const { drawBadge } = await import('./badge-svg.ts')
      const { bakeSvg } = await import('../../shared/baking/svg.ts')
      return bakeSvg(drawBadge(sheet), file.text)
    },
  },
}

/** The drawing and its media type; undefined where the credential is not in force or not of this deployment. */
export async function renderCredential(
  services: Services,
  credential: string | object,
  as: RenderedForm,
): Promise<
  { readonly body: string | Uint8Array<ArrayBuffer>; readonly mediaType: string } | undefined
> {
  const result = await verifyCredential(credential, services.verifier)
  if (!(await isOurs(result, services))) return undefined
  const { draw, mediaType } = RENDERINGS[as]
  const body = await draw(sheetOf(result.credential), credentialFile(credential), services)
  return { body: typeof body === 'string' ? body : Uint8Array.from(body), mediaType }
}

/** A sheet with a seal is trusted at a glance: there is none for what is withdrawn, or for strangers. */
async function isOurs(
  { credential, verdict }: VerificationResult,
  { addresses, issuers }: Services,
): Promise<boolean> {
  if (verdict !== 'verified' && verdict !== 'unrecognized_issuer') return false
  const slug = addresses.slugOf(credential.issuer.id ?? '')
  return slug !== undefined && (await issuers.find(slug)) !== undefined
}
