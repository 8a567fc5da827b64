// CPU time of workerd, with all its threads: what others do on the machine meanwhile is not in it. Linux tells; elsewhere it is NaN.
import { readdirSync, readFileSync } from 'node:fs'

/** What the kernel counts in, for every architecture that Node runs on. */
const TICKS_PER_SECOND = 100
const UTIME = 11
const STIME = 12

const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function findWorkerd() {
  const threads = read('/proc/self/stat') === '' ? [] : readdirSync('/proc/self/task')
  return threads
    .flatMap((thread) => read(`/proc/self/task/${thread}/children`).trim().split(' '))
    .find((pid) => read(`/proc/${pid}/comm`).trim() === 'workerd')
}

/** Of the one workerd that this process has started. */
export function workerdSeconds() {
  const stat = read(`/proc/${findWorkerd()}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[UTIME]) + Number(fields[STIME])) / TICKS_PER_SECOND
}
