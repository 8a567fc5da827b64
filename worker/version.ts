// The version of the deployment, as package.json gives it.
import manifest from '../package.json' with { type: 'json' }

export const VERSION: string = manifest.version
