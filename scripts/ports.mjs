// Which ports are free. Uses the loopback interfaces.
import { createServer } from 'node:net'
import { Failure } from './failure.mjs'

const LOOPBACK = ['127.0.0.1', '::1']

/** Listens for a moment. @returns the port that was given, or undefined when it is taken */
const tryPort = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') return resolve(undefined)
      // A machine without IPv6 has nobody listening there either.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return resolve(port)
      if (error.code === 'EACCES') {
        return reject(new Failure(`Port ${port} may not be used by you.`, 'Take one above 1023.'))
      }
      reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => {
      const given = server.address().port
      server.close(() => resolve(given))
    })
  })

/** Both loopback addresses must be free: browsers may take either for `localhost`. */
export async function isPortFree(port) {
  for (const host of LOOPBACK) if ((await tryPort(port, host)) === undefined) return false
  return true
}

export async function assertPortFree(port) {
  if (await isPortFree(port)) return
  throw new Failure(
    `Port ${port} is taken, perhaps by a Licet that is still running.`,
    `Stop that program, or start a second, separate world: npm start -- --port ${port === 65_535 ? 8788 : port + 1}`,
  )
}

/** A free port that the system chooses. */
export async function findFreePort() {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = await tryPort(0, LOOPBACK[0])
    if (port !== undefined && (await isPortFree(port))) return port
  }
  throw new Failure('No free port was found on 127.0.0.1.')
}
