// The fictional organisations of the tests. No real one is meant.
import { createIssuer, createKeyIssuer } from './issuer.ts'

/** Whom the verifier believes without further proof. */
export const MINISTRY = await createIssuer('Ministry of Health', 'health.xm', 1)
/** May accredit in turn, one level down. */
export const AGENCY = await createIssuer('Marovian Accreditation Agency', 'agency.xm', 2)
export const UNIVERSITY = await createIssuer('Northmark University', 'university.xm', 3)
export const COUNCIL = await createIssuer('Northmark Medical Council', 'council.xm', 4)
/** Signs the status lists of everybody above, each by its own delegation. */
export const STATUS_SERVICE = await createIssuer('Status service', 'status.xm', 5)
/** Signs the trust list. */
export const REGISTRY = await createIssuer('Registry', 'registry.xm', 6)
/** Signs perfectly; nobody recognises it. */
export const MILL = await createIssuer('University of Anywhere', 'mill.xm', 7)
export const KEY_ISSUER = await createKeyIssuer('A key', 'did:key', 8)
export const JWK_ISSUER = await createKeyIssuer('A JWK', 'did:jwk', 9)
