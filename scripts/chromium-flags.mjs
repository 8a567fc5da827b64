// The flags with which a Chromium shows the extension, and stays quiet otherwise. Pure.

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @param {{ extensionFolder: string, isRoot: boolean }} options Chromium refuses its sandbox to root. */
export const chromiumFlags = ({ extensionFolder, isRoot }) => [
  ...QUIET,
  ...(isRoot ? ['--no-sandbox'] : []),
  `--disable-extensions-except=${extensionFolder}`,
  `--load-extension=${extensionFolder}`,
]

export const hasDisplay = (env, platform) =>
  platform === 'darwin' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
