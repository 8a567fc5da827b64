import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'
import { PROVIDED } from './test/support/vectors.ts'

const SETTINGS = {
  LICET_ORIGIN: 'http://localhost:8787',
  LICET_DEMO_ORIGIN: 'http://127.0.0.1:8787',
  LICET_DEVELOPMENT_HOSTS: 'localhost:8787',
  LICET_SEALING_KEY: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  /** SHA-256 of `licet_admin_test`. */
  LICET_ADMIN_KEY_HASH: 'bfc95d267108e99596d0b10bb43fd0fadc82f0e7de5625d5f62b199319df2363',
}

export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          provide: PROVIDED,
          include: [
            'test/*.test.ts',
            'test/{shared,extension,scripts,conformance}/**/*.test.{ts,tsx}',
            'test/runtimes/verdicts.test.ts',
          ],
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                ...SETTINGS,
                TEST_MIGRATIONS: await readD1Migrations('worker/migrations'),
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          provide: PROVIDED,
          include: [
            'test/worker/**/*.test.{ts,tsx}',
            'test/runtimes/verdicts.test.ts',
            // Codecs lean on what each platform has.
            'test/shared/encoding/base64url.test.ts',
          ],
          globalSetup: ['test/worker/support/build-web.mjs'],
          setupFiles: ['test/worker/support/migrate.ts'],
          // A workerd for each file would take seconds each; the set-up file empties storage instead.
          isolate: false,
        },
      },
      {
        test: {
          name: 'runtimes',
          provide: PROVIDED,
          include: ['test/runtimes/{chromium,killed-worker}.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
