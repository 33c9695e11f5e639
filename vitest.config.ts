import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

const reactive = ["tests/workbench/**/*.test.{ts,tsx}", "tests/ui/**/*.test.{ts,tsx}"];
const realBrowser = ["tests/real-browser/**/*.test.ts", "tests/built/**/*.test.ts"];

export default defineConfig({
  test: {
    // Vitest leaves one processor free, which is half of a small machine.
    maxWorkers: "100%",
    projects: [
      {
        // The pure rooms and the command line, as Node runs them.
        test: {
          name: "rooms",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: [...reactive, ...realBrowser],
          testTimeout: 30_000,
        },
      },
      {
        // Solid's reactive build, with a document but no browser.
        plugins: [solid()],
        test: { name: "reactive", environment: "happy-dom", include: reactive, setupFiles: ["tests/ui/setup.ts"] },
      },
      {
        // The built app: what it is made of, and what a user does with it in a real browser.
        test: {
          name: "real-browser",
          environment: "node",
          include: realBrowser,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
