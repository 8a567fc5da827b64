// The built extension with more sites granted from the start, as if its reader had said "always check". Uses the file system.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ExtensionVariant {
  readonly folder: string
  readonly remove: () => Promise<void>
}

/** @param patterns - added to the `host_permissions` of a copy; the build itself stays as it is */
export async function grantFromTheStart(
  built: string,
  patterns: readonly string[],
): Promise<ExtensionVariant> {
  const folder = await mkdtemp(join(tmpdir(), 'licet-granted-'))
  await cp(built, folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  manifest.host_permissions.push(...patterns)
  await writeFile(file, JSON.stringify(manifest))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
