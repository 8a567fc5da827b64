// Taken and free ports.
import { createServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { assertPortFree, findFreePort, isPortFree } from '../../scripts/ports.mjs'

const server = createServer()
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

const listen = (port: number) =>
  new Promise<void>((resolve) => server.listen({ port, host: '127.0.0.1' }, () => resolve()))

it('finds a free port, and sees when it is taken', async () => {
  const port = await findFreePort()
  expect(await isPortFree(port)).toBe(true)
  await listen(port)
  expect(await isPortFree(port)).toBe(false)
  await expect(assertPortFree(port)).rejects.toMatchObject({
    message: expect.stringContaining(`Port ${port} is taken`),
    advice: expect.stringContaining('--port'),
  })
})
