// Starting and ending other programs.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runProgram, startProgram } from '../../scripts/children.mjs'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licet-children-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A program that has ended but was not yet collected by its parent (state Z) is not alive. */
const isAlive = (pid: number) => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return /^[^Z]/.test(stdout.trim())
}

it('runs on the pinned Node', async () => {
  const logFile = join(folder, 'log')
  await runProgram('node', ['-p', 'process.versions.node'], { logFile })
  expect(await readFile(logFile, 'utf8')).toMatch(/^24\./)
})

it('stops what the program had started itself, even where that ignores being asked', async () => {
  const logFile = join(folder, 'log')
  const program = startProgram(
    'bash',
    ['-c', `bash -c 'trap "" INT TERM; echo $$; read < <(tail -f /dev/null)' & wait`],
    { logFile },
  )
  await expect.poll(async () => await readFile(logFile, 'utf8').catch(() => '')).toMatch(/^\d+\n/)
  const grandchild = Number(await readFile(logFile, 'utf8'))
  expect(isAlive(grandchild)).toBe(true)
  await program.stop()
  await expect.poll(() => isAlive(grandchild)).toBe(false)
})

it('shows the end of the output of a program that failed, with advice', async () => {
  const failing = runProgram('bash', ['-c', 'echo almost there; exit 3'], {
    logFile: join(folder, 'log'),
    advice: 'Try again.',
  })
  await expect(failing).rejects.toMatchObject({
    message: expect.stringMatching(/exit code 3\.\nalmost there$/),
    advice: 'Try again.',
  })
})

it('says so when a program does not exist', async () => {
  await expect(runProgram('licet-no-such-program', [], {})).rejects.toThrow(/could not be started/)
})
