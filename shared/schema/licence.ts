// The schema of our professional licences, ready to be used. Pure.

import { LICENCE_SCHEMA } from './licence-1.schema.ts'
import { createValidate } from './validator.ts'

export const validate = createValidate(LICENCE_SCHEMA)
