// Contestants that run in Node, workerd and Chromium alike.
import { FLOORS } from '../contestants/floors.mjs'
import { JWT_PEERS } from '../contestants/jwt-peers.mjs'
import { OURS } from '../contestants/ours.mjs'

export const EVERYWHERE = [...FLOORS, ...OURS, ...JWT_PEERS]
