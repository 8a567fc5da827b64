// Counts: from what Vitest reports to one line. Pure.

export const NOTHING = { passed: 0, failed: 0, notRun: 0 }

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  notRun: a.notRun + b.notRun,
})

/**
 * Reads one report of Vitest's JSON reporter.
 *
 * A file that could not even be loaded has no tests, and a run that crashed has no report: both must count as a
 * failure, or the sum would look better the worse things are.
 * @param {string | undefined} text the report, if there is one
 * @param {number} exitCode of the run
 */
export function countTests(text, exitCode) {
  const report = readReport(text)
  if (report === undefined) return { ...NOTHING, failed: 1 }
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map(({ status }) => status),
  )
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length
  const counts = {
    passed: tests.filter((status) => status === 'passed').length,
    failed: tests.filter((status) => status === 'failed').length + brokenFiles,
    notRun: tests.filter((status) => status !== 'passed' && status !== 'failed').length,
  }
  const isEmpty = counts.passed + counts.failed + counts.notRun === 0
  return counts.failed === 0 && (exitCode !== 0 || isEmpty) ? { ...counts, failed: 1 } : counts
}

const isFailed = ({ status }) => status === 'failed'

function readReport(text) {
  try {
    const report = JSON.parse(text ?? '')
    return Array.isArray(report.testResults) ? report : undefined
  } catch {
    return undefined
  }
}

/** In CI everything has to run: what was left out counts as failed there. */
export const settle = (counts, isCi) =>
  isCi ? { ...counts, failed: counts.failed + counts.notRun, notRun: 0 } : counts

export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`
