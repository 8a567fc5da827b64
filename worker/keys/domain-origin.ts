// The origin of a host: https everywhere, but for hosts configured for development. Pure.
import type { Settings } from '../env.ts'

export const originOf = (
  { settings }: { readonly settings: Pick<Settings, 'developmentHosts'> },
  host: string,
): string => `${settings.developmentHosts.has(host) ? 'http' : 'https'}://${host}`
