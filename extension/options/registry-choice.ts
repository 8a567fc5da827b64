// Changing the registry and going back. Whatever comes of it, no right is left behind that was taken for it. Uses storage.
import { choosePin, forgetChosenPin, readPinInForce } from '../platform/pin.ts'
import type { RegistryAccess } from '../platform/registry-access.ts'
import type { StorageArea } from '../platform/storage.ts'
import { type ConnectDeps, type Connected, connect } from './connect.ts'

export interface ChoiceDeps extends Omit<ConnectDeps, 'requestAccess'> {
  readonly local: StorageArea
  readonly access: RegistryAccess
}

export function createRegistryChoice({ access, local, ...deps }: ChoiceDeps) {
  const giveBack = async () => access.giveBackAllBut((await readPinInForce(local)).origin)
  return {
    /** Uses the registry that a pasted pin names, if it proves itself. */
    change: async (text: string): Promise<Connected> => {
      try {
        const connected = await connect(text, { ...deps, requestAccess: access.request })
        if ('pin' in connected) await choosePin(local, connected.pin)
        return connected
      } finally {
        await giveBack()
      }
    },
    /** Goes back to the registry of the build. */
    reset: async (): Promise<void> => {
      await forgetChosenPin(local)
      await giveBack()
    },
  }
}
