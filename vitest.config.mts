import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Two cores are the least: by default one of them would stay idle.
          maxWorkers: '100%',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          setupFiles: ['test/setup.ts'],
          // A guard against what hangs, not a measure: the machine may be busy.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // While one window waits for its server, the other has the core.
          maxWorkers: 2,
          // The machine may be busy, and windows take their time.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
