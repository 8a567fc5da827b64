// POST /credentials/verify without the HTTP: every check of ours, and the whole data model.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { verifyCredential } from '../../shared/index.ts'
import type { Services } from '../services.ts'
import { CREDENTIAL, checkDocument } from './check-document.ts'
import { type Findings, findingsOf, joinFindings, sortProblems } from './judge.ts'

/** What is wrong with a secured credential, and what its reader should know. */
export async function verifyDocument(
  { verifier }: Pick<Services, 'verifier'>,
  credential: JsonObject,
): Promise<Findings> {
  const [problems, result] = await Promise.all([
    checkDocument(credential, CREDENTIAL),
    verifyCredential(credential, verifier),
  ])
  return joinFindings([sortProblems(problems), findingsOf(result)])
}
