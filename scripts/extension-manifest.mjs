// What the manifest of a built extension must say. A build that asks for more than this is not handed out. Pure.

const PERMISSIONS = ['activeTab', 'scripting', 'sidePanel', 'storage']

const sorted = (list = []) => JSON.stringify([...list].sort())

/** Each rule answers with what is wrong, or with nothing. */
const RULES = [
  ({ manifest_version: version }) => version !== 3 && 'it is not a version 3 manifest',
  ({ permissions }) =>
    sorted(permissions) !== sorted(PERMISSIONS) && `permissions are ${sorted(permissions)}`,
  ({ host_permissions: hosts }, patterns) =>
    sorted(hosts) !== sorted(patterns) && `host permissions are ${sorted(hosts)}`,
  ({ optional_host_permissions: hosts }) =>
    sorted(hosts) !== sorted(['https://*/*']) && `optional host permissions are ${sorted(hosts)}`,
  ({ optional_permissions: permissions }) =>
    permissions !== undefined && 'it has optional permissions',
  ({ content_scripts: scripts }) =>
    scripts !== undefined && 'content scripts belong to granted sites, not into the manifest',
  ({ externally_connectable: sites }) => sites !== undefined && 'pages may not connect to it',
  ({ web_accessible_resources: resources }) =>
    resources?.some((resource) => resource.use_dynamic_url !== true) &&
    'a page could recognise it by its resources',
  ({ content_security_policy: policy }) =>
    !/^default-src 'none'; script-src 'self';/.test(policy?.extension_pages ?? '') &&
    'its content security policy is not the strict one',
  (manifest) =>
    JSON.stringify(manifest).includes('$') && 'a variable of the build has not been filled in',
]

/** The match pattern for everything at an origin. */
export const patternOf = (origin) => `${new URL(origin).origin}/*`

/**
 * @param {object} manifest
 * @param {string[]} patterns the host permissions that this build is meant to have
 * @returns {string[]} what is wrong with it
 */
export const faultsOfManifest = (manifest, patterns) =>
  RULES.map((rule) => rule(manifest, patterns)).filter((fault) => typeof fault === 'string')
