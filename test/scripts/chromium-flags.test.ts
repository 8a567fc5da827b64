// How a Chromium is started, and whether there is a screen for it.
import { expect, it } from 'vitest'
import { chromiumFlags, hasDisplay } from '../../scripts/chromium-flags.mjs'

it('gives up the sandbox for root only', () => {
  const extensionFolder = '/world/extension'
  expect(chromiumFlags({ extensionFolder, isRoot: true })).toContain('--no-sandbox')
  const flags = chromiumFlags({ extensionFolder, isRoot: false })
  expect(flags).not.toContain('--no-sandbox')
  expect(flags).toContain('--load-extension=/world/extension')
})

it.each([
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{ DISPLAY: '' }, 'linux', false],
  [{}, 'linux', false],
  [{}, 'darwin', true],
])('with %j on %s a screen is there: %s', (env, platform, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected)
})
