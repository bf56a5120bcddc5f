import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// One entry, embedded into the assembly beside the stylesheet. What only some pages need is a chunk of its own whose
// name carries a hash, so that browsers may keep it for good.
export default defineConfig({
  base: "./",
  build: {
    outDir: fileURLToPath(new URL("../wwwroot/assets", import.meta.url)),
    emptyOutDir: true,
    copyPublicDir: false,
    modulePreload: false,
    target: "es2022",
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: fileURLToPath(new URL("src/main.ts", import.meta.url)),
      output: { entryFileNames: "app.js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
