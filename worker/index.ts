// The Worker's entry.
import { createApp } from './app.ts'
import { createPlatform } from './platform.ts'

export default createApp(createPlatform())
