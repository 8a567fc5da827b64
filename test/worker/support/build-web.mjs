// Before the tests of the Worker: what it serves as assets. Uses esbuild.
import { buildWeb } from '../../../scripts/build-web.mjs'

export default () => buildWeb()
